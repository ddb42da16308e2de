"""The commands behind `./peace-table`: each is a function with its own few words."""

import argparse
import os
import sys
from pathlib import Path


def set_up(_: argparse.Namespace) -> int:
    """Build the static files."""
    from app.web.assets import BUILT, build_assets

    build_assets(BUILT)
    return 0


def run(options: argparse.Namespace) -> int:
    """Migrate, tell the rehearsal's stories into an empty database, serve."""
    import uvicorn

    from app.main import create_app
    from app.rehearsal.beginning import begin
    from app.rehearsal.room_address import address_in_the_room
    from app.settings import Settings

    if not begin(Settings().database, create_app, say=lambda words: print(words, flush=True)):
        return 1
    host = "0.0.0.0" if options.lan else "127.0.0.1"  # noqa: S104 (asked for by --lan, for one room)
    print(f"Open http://127.0.0.1:{options.port}/ in a browser. Control and C end it.", flush=True)
    app = create_app()
    app.state.opened_to_the_room = options.lan
    if options.lan:
        found = address_in_the_room()
        where = f"http://{found}:{options.port}/" if found else "this machine is in no network now."
        print(f"In this room: {where}", flush=True)
    uvicorn.run(app, host=host, port=options.port, log_level="warning", server_header=False)
    return 0


def tell(options: argparse.Namespace) -> int:
    """Tell one story into a fresh database."""
    from app.main import create_app
    from app.rehearsal.telling import tell_into

    return tell_into(
        options.story,
        create_app,
        until=options.until,
        weeks=options.weeks,
        database=options.database,
        bundle=options.bundle,
    )


def verifier(options: argparse.Namespace) -> int:
    """Write verify.pyz, which needs nothing but Python."""
    from app.verifier.package import write_pyz

    write_pyz(options.to)
    print(f"Written: {options.to}. Run it with: python3 {options.to} BUNDLE")
    return 0


def reconcile(options: argparse.Namespace) -> int:
    """Compare every guarded table with the record, and verify every log again."""
    from app.audit.reconciliation import reconcile_database

    return reconcile_database(options.database)


def benchmark(_: argparse.Namespace) -> int:
    """Measure what a page and a change cost; prints each figure beside its target."""
    from benchmarks.measure import measure

    return measure()


def nightly(options: argparse.Namespace) -> int:
    """Ask what is too long for the suite: kills on each database, mutants of the proof. Takes hours."""
    from tests.nightly.night import night

    return night(options.what, options.only)


def main(words: list[str] | None = None) -> int:
    """Read the command line and do what it asks."""
    parser = argparse.ArgumentParser(prog="peace-table", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    commands.add_parser("set-up", help="build the static files").set_defaults(do=set_up)
    command = commands.add_parser("run", help="serve a rehearsal")
    command.add_argument("--port", type=int, default=8000)
    command.add_argument("--lan", action="store_true", help="open it to the room")
    command.set_defaults(do=run)
    default = os.environ.get("PEACE_TABLE_DATABASE", "")
    command = commands.add_parser("tell", help="tell a story into a fresh database")
    command.add_argument("story", help="a name in stories/, or a path")
    command.add_argument("--until", help="up to and including this time, such as 2027-01-12T09:00")
    command.add_argument("--weeks", type=int, default=0, help="move the story by so many whole weeks")
    command.add_argument("--database", default=default, help="an address; default: a fresh file in var/")
    command.add_argument("--bundle", type=Path, help="write the full bundle of its peace table here")
    command.set_defaults(do=tell)
    command = commands.add_parser("verifier", help="write verify.pyz")
    command.add_argument("--to", type=Path, required=True)
    command.set_defaults(do=verifier)
    command = commands.add_parser("reconcile", help="compare the tables with the record")
    command.add_argument("--database", default=default)
    command.set_defaults(do=reconcile)
    commands.add_parser("benchmark", help="measure pages and changes").set_defaults(do=benchmark)
    command = commands.add_parser("nightly", help="a hundred kills on each database, and mutation testing")
    command.add_argument("what", nargs="?", choices=("all", "kills", "mutants"), default="all")
    command.add_argument("only", nargs="*", help='only these mutants, such as "app.record.tree*"')
    command.set_defaults(do=nightly)
    options = parser.parse_args(words)
    return int(options.do(options))


if __name__ == "__main__":
    sys.exit(main())
