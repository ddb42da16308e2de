"""What people type about a request."""

from typing import Literal

from app.web.forms import Form, Line, NeededWords


class RequestForm(Form):
    """Asking for a peace table."""

    asker: Literal["community", "company", "authority", "powerful_person", "paralegal"]
    words: NeededWords
    place: Line = ""
    name: Line = ""
    reach: Line = ""


class DeclineForm(Form):
    """No table is opened: why, and what comes next for whoever asked."""

    answer: NeededWords
