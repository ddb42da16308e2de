"""The least a page can cost on this stack: FastAPI and Jinja, ten offers from memory (performance.md 1)."""

from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from jinja2 import DictLoader, Environment

_OFFERS = [{"title": f"ដី {number}", "who": "Cham", "amount": number * 1000} for number in range(10)]
_PAGE = """<!doctype html><html lang="km"><title>Offers</title><h1>{{ title }}</h1><ol>
{% for offer in offers %}<li><a href="/offers/{{ loop.index }}">{{ offer.title }}</a> {{ offer.who }} pays
{{ offer.amount }} riel <form method="post"><button name="answer" value="accept">Accept</button></form></li>
{% endfor %}</ol></html>"""


def bare_app() -> FastAPI:
    """An application with one page."""
    app = FastAPI()
    page = Environment(loader=DictLoader({"page": _PAGE}), autoescape=True).get_template("page")

    @app.get("/", response_class=HTMLResponse)
    def offers() -> str:
        return page.render(title="Ten offers", offers=_OFFERS)

    return app
