"""The addresses of the house: from the name of a route to where it is, and back to what an address is about."""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from starlette.routing import Match, Route


def _walk(routes: list[Any]) -> Iterator[Route]:
    for route in routes:
        inner = getattr(route, "original_router", None)  # FastAPI keeps an included router as one route
        if inner is not None:
            yield from _walk(inner.routes)
        elif isinstance(route, Route):
            yield route


class Addresses:
    """Every route of one application."""

    def __init__(self, app: FastAPI) -> None:
        """Read the routes once."""
        self.routes = list(_walk(app.routes))
        self._named = {route.name: route for route in self.routes}

    def holes(self, name: str) -> list[str] | None:
        """The names of the holes in a route's address; None for a route nobody knows."""
        route = self._named.get(name)
        return None if route is None else list(route.param_convertors)

    def of(self, name: str, holes: dict[str, str]) -> str:
        """The address of a route with its holes filled."""
        route = self._named[name]
        return str(
            route.url_path_for(
                name, **{key: route.param_convertors[key].convert(holes[key]) for key in holes}
            )
        )

    def last_hole(self, path: str) -> str:
        """What stands in the last hole of an address, such as the id of an offer; '' where it has none."""
        scope = {"type": "http", "path": path, "root_path": "", "method": "GET", "headers": []}
        for route in self.routes:
            match, more = route.matches(scope)
            if match is Match.FULL:
                return str(list(more["path_params"].values())[-1]) if more["path_params"] else ""
        return ""

    def acts(self) -> list[str]:
        """The names of all forms: routes that are posted to."""
        return [route.name for route in self.routes if "POST" in (route.methods or ())]
