"""Telling a story through the pages: each step opens a page, fills the form that stands there, and sends it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol
from urllib.parse import urlencode, urlsplit

from app.rehearsal.addresses import Addresses
from app.rehearsal.filling import StoryStopped, chosen
from app.rehearsal.own_entries import own_entries
from app.rehearsal.page_forms import forms_of, problem_of
from app.rehearsal.pages import PAGE_OF
from app.rehearsal.refusals import every_refusal, shows
from app.rehearsal.story import Step
from app.web.dependencies import SIGN_IN

OPEN_FOR = timedelta(hours=1)
"""So long a person keeps the page open that came back from their last form: a check page, or a refusal."""


class Client(Protocol):
    """What sends requests: Starlette's in-process client, or one over HTTP."""

    @property
    def request(self) -> Callable[..., Any]:
        """`(method, url, content=…, headers=…, follow_redirects=…)`: an answer with status_code, headers, text."""


@dataclass(slots=True)
class Seen:
    """What one person has before them: their sign-in, and the page that came back from their last form, when."""

    token: str
    page: str = ""
    since: datetime | None = None


@dataclass(slots=True)
class Teller:
    """Tells steps of stories to one server. `names` says what each story calls what."""

    client: Client
    addresses: Addresses
    origin: str
    set_time: Callable[[datetime], None]
    names: dict[str, dict[str, str]] = field(default_factory=dict)
    people: dict[str, Seen] = field(default_factory=dict)

    def tell(self, story: str, step: Step) -> None:
        """Do one step. Raises StoryStopped."""
        self.set_time(step.at)
        where = f"{story}, {step.at:%Y-%m-%d %H:%M:%S}, {step.by}, {step.act}"
        known = self.names.setdefault(story, {})
        answer = self._send(where, known, step, step.act, step.fields)
        for act in step.then:
            if answer.status_code >= 300:
                break
            answer = self._send(where, known, step, act, {})
        self._compare(where, step, answer)
        if step.naming:
            known[step.naming] = self._result(answer, step)
        if step.finds:
            page = self.open(step.by, self.address(PAGE_OF[step.act].on, known, step)).text
            known |= {name: part_called(page, heading, where) for name, heading in step.finds.items()}

    def sign_in(self, person: str) -> Seen:
        """Become this person, once."""
        if person not in self.people:
            address = self.addresses.of("become", {"person": person})
            answer = self._ask("POST", address, "", {"origin": self.origin})
            held = {part.partition("=")[0]: part.partition("=")[2] for part in _cookies(answer)}
            if SIGN_IN not in held:
                raise StoryStopped(f"Nobody can become {person}: {problem_of(answer.text)}")
            self.people[person] = Seen(held[SIGN_IN])
        return self.people[person]

    def open(self, person: str, address: str) -> Any:
        """Open a page as this person."""
        return self._ask("GET", address, self.sign_in(person).token, {})

    def address(self, route: str, known: dict[str, str], step: Step) -> str:
        """Where a route is: its holes filled by the step's names. Raises StoryStopped."""
        holes = self.addresses.holes(route)
        if holes is None:
            raise StoryStopped(f"There is no form or page called {route}.")
        return self.addresses.of(route, {name: self._place(name, known, step) for name in holes})

    def _place(self, name: str, known: dict[str, str], step: Step) -> str:
        if name == "entry":
            return self._own_entry(known, step)
        called = step.within.get(name) or (name if name in known else "")
        if not called:
            raise StoryStopped(f'{step.act} needs to know which {name}: write {name} = "…".')
        return known.get(called, called)

    def _own_entry(self, known: dict[str, str], step: Step) -> str:
        """The key of an own entry: a story calls them by their order, from 0."""
        own = own_entries(
            lambda page: str(self.open(step.by, page).text), self.address("show_record", known, step)
        )
        place = step.within.get("entry", "")
        if not place.isdigit() or int(place) >= len(own):
            raise StoryStopped(
                f'{step.act} needs to know which of the {len(own)} own entries: write entry = "0".'
            )
        return own[int(place)]

    def _send(self, where: str, known: dict[str, str], step: Step, act: str, fields: dict[str, Any]) -> Any:
        seen = self.sign_in(step.by)
        action = self.address(act, known, step)
        fresh = seen.since is not None and step.at - seen.since <= OPEN_FOR
        forms = [one for one in forms_of(seen.page) if one.leads_to(action)] if fresh else []
        if not forms:
            if act not in PAGE_OF:
                raise StoryStopped(f"{where}: the form {act} does not stand on the page that came back.")
            page = self.address(PAGE_OF[act].on, known, step)
            asks = {
                n: known.get(step.within[n], step.within[n]) for n in PAGE_OF[act].asks if n in step.within
            }
            answer = self.open(step.by, page + (f"?{urlencode(asks)}" if asks else ""))
            forms = [one for one in forms_of(answer.text) if one.leads_to(action)]
            if not forms and step.refused:
                return answer
            if not forms:
                raise StoryStopped(f"{where}: no form leads to {action}. {problem_of(answer.text)}")
        sent = urlencode(chosen(where, forms, fields, known))
        head = {"origin": self.origin, "content-type": "application/x-www-form-urlencoded"}
        answer = self._ask("POST", action, seen.token, head, sent.encode())
        is_page = answer.headers.get("content-type", "").startswith("text/html")
        seen.page, seen.since = (answer.text if is_page else ""), step.at
        return answer

    def _compare(self, where: str, step: Step, answer: Any) -> None:
        done = answer.status_code in (200, 303)
        if not step.refused:
            if not done:
                raise StoryStopped(f"{where}: refused ({answer.status_code}). {problem_of(answer.text)}")
            return
        if step.refusal and step.refusal not in every_refusal():
            raise StoryStopped(f"{where}: there is no refusal called {step.refusal}.")
        if done and not (answer.status_code == 200 and answer.request.method == "GET"):
            raise StoryStopped(f"{where}: {step.refusal or step.says} was expected, but it was done.")
        right = shows(answer.text, step.refusal) if step.refusal else step.says in problem_of(answer.text)
        if not right:
            expected = step.refusal or step.says
            raise StoryStopped(
                f"{where}: {expected} was expected, but the page says: {problem_of(answer.text)}"
            )

    def _result(self, answer: Any, step: Step) -> str:
        """What came of a step: the mark behind # in the address it leads to, else that address's last hole."""
        parts = urlsplit(answer.headers.get("location", ""))
        if parts.fragment:
            return str(parts.fragment).rpartition("-")[2]
        found = self.addresses.last_hole(parts.path)
        if not found:
            raise StoryStopped(f"{step.act} leads nowhere that can be called {step.naming}.")
        return found

    def _ask(self, method: str, address: str, token: str, head: dict[str, str], body: bytes = b"") -> Any:
        """One request as one person, in English, without anything kept between two requests."""
        cookies = "language=en" + (f"; {SIGN_IN}={token}" if token else "")
        more: dict[str, Any] = {"headers": {**head, "cookie": cookies}, "follow_redirects": False}
        answer = self.client.request(method, address, content=body, **more)
        jar = getattr(self.client, "cookies", None)
        if jar is not None:
            jar.clear()
        return answer


def part_called(page: str, heading: str, where: str) -> str:
    """The mark of the part of a page under this heading: `x` for `id="side-x"`. Raises StoryStopped."""
    found = re.search(rf'id="[a-z]+-([^"]+)"[^>]*>\s*<h2[^>]*>{re.escape(heading)}</h2>', page)
    if found is None:
        raise StoryStopped(f"{where}: nothing on the page is called {heading}.")
    return found.group(1)


def _cookies(answer: Any) -> list[str]:
    return [str(value).partition(";")[0] for value in answer.headers.get_list("set-cookie")]
