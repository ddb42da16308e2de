"""Reading a page as a browser does: its forms with what stands in them, and the sentence of a refusal."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "use", "path", "circle", "wbr", "col"))


@dataclass(slots=True)
class Control:
    """A field or button of a form. `kind` is the type of an input, or select, textarea, submit; `action` is where
    a button leads when not where its form does."""

    name: str
    kind: str
    value: str = ""
    on: bool = True
    action: str = ""
    options: list[str] = field(default_factory=list)


@dataclass(slots=True)
class PageForm:
    """A form with its address and everything in it, in the order of the page."""

    action: str
    method: str
    controls: list[Control] = field(default_factory=list)

    def leads_to(self, address: str) -> bool:
        """Does this form, or one of its buttons, lead there?"""
        return address in (self.action, *(control.action for control in self.controls))

    def fits(self, wanted: dict[str, list[str]]) -> bool:
        """Can these names be filled so: they are there, and what is chosen can be chosen?"""
        for name, values in wanted.items():
            choices = self.choices(name)
            if name not in self.names() or (choices is not None and not choices.issuperset(values)):
                return False
        return True

    def names(self) -> set[str]:
        """What can be filled or pressed."""
        return {control.name for control in self.controls if control.name}

    def is_one_text(self, name: str) -> bool:
        """Is this a single field for several lines?"""
        return [control.kind for control in self.controls if control.name == name] == ["textarea"]

    def choices(self, name: str) -> set[str] | None:
        """The values one can choose for a name; None where one writes freely."""
        mine = [control for control in self.controls if control.name == name]
        if all(control.kind in ("radio", "checkbox", "submit", "select", "hidden") for control in mine):
            return {value for control in mine for value in (control.options or [control.value])}
        return None

    def filled(self, wanted: dict[str, list[str]]) -> list[tuple[str, str]]:
        """What is sent when these names are filled so and all else stays as it stands on the page."""
        sent: list[tuple[str, str]] = []
        pressed = any(control.kind == "submit" and control.name in wanted for control in self.controls)
        left = {name: list(values) for name, values in wanted.items()}
        for control in self.controls:
            mine = left.get(control.name)
            if control.kind == "submit":
                if control.value in mine if mine is not None else not pressed:
                    pressed = True  # without a wish, the first button of the form is the one
                    left[control.name] = []
                    sent += [(control.name, control.value)] if control.name else []
            elif control.kind in ("radio", "checkbox"):
                if control.on if mine is None else control.value in mine:
                    sent.append((control.name, control.value))
            elif mine is None:
                sent.append((control.name, control.value))
            elif mine:
                sent.append((control.name, mine.pop(0)))
        return sent


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[PageForm] = []
        self.problems: list[str] = []
        self.inside: list[str] = []
        self._outer: dict[str, PageForm] = {}
        self._open: PageForm | None = None
        self._select: Control | None = None
        self._text: Control | None = None
        self._depth = self._loud = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag not in _VOID:
            self._depth += 1
        if tag == "form":
            self._open = PageForm(said.get("action", ""), said.get("method", "get").lower())
            self.forms.append(self._open)
            if "id" in said:
                self._outer[said["id"]] = self._open
        if not self._loud and (said.get("role") == "alert" or "errors" in said.get("class", "").split()):
            self._loud = self._depth
        form = self._outer.get(said.get("form", "")) or self._open
        if form is not None and "disabled" not in said:
            self._control(tag, said, form)

    def _control(self, tag: str, said: dict[str, str], form: PageForm) -> None:
        name, value = said.get("name", ""), said.get("value", "")
        if tag == "input":
            kind = said.get("type", "text")
            if kind in ("radio", "checkbox"):
                form.controls.append(Control(name, kind, value or "on", "checked" in said))
            else:
                form.controls.append(Control(name, kind, value))
        elif tag == "button" and said.get("type", "submit") == "submit":
            form.controls.append(Control(name, "submit", value, action=said.get("formaction", "")))
        elif tag in ("select", "textarea"):
            control = Control(name, tag)
            form.controls.append(control)
            self._select, self._text = (control, None) if tag == "select" else (None, control)
        elif tag == "option" and self._select is not None:
            if "selected" in said or not self._select.options:
                self._select.value = value
            self._select.options.append(value)

    def handle_endtag(self, tag: str) -> None:
        if self._loud == self._depth:
            self._loud = 0
        self._depth -= tag not in _VOID
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = None
        elif tag == "textarea" and self._text is not None:
            self._text.value = self._text.value.removeprefix("\n")
            self._text = None

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_data(self, text: str) -> None:
        if self._text is not None:
            self._text.value += text
        elif text.strip():
            self.inside.append(text.strip())
            if self._loud:
                self.problems.append(text.strip())


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def forms_of(html: str) -> list[PageForm]:
    """The forms of a page."""
    return _read(html).forms


def problem_of(html: str) -> str:
    """The words of a page's error summary or notice; the text of its main part where it has none."""
    reader = _read(html)
    if reader.problems:
        return " ".join(reader.problems)
    main = html.partition("<main")[2].partition("</main>")[0]
    return " ".join(_read("<main" + main).inside)


def words_of_page(html: str) -> str:
    """All that a page says, in one line."""
    return " ".join(" ".join(_read(html).inside).split())
