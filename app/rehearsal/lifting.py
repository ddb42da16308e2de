"""For one transaction of a rehearsal the triggers that keep rows for ever are off; at its end they stand as before.

Only *Begin again* asks for this. Everywhere else, and in every office, a row of the record stays.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

_LITE = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
_POSTGRES = """
SELECT c.relname, t.tgname, t.tgenabled FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE NOT t.tgisinternal AND n.nspname = current_schema() ORDER BY c.relname, t.tgname
"""


@contextmanager
def triggers_lifted(connection: Connection) -> Iterator[None]:
    """Nothing refuses a deletion inside. If something breaks, the transaction goes, and this with it."""
    if connection.dialect.name == "postgresql":
        found = list(connection.execute(text(_POSTGRES)))
        for table, trigger, _ in found:
            connection.exec_driver_sql(f'ALTER TABLE "{table}" DISABLE TRIGGER "{trigger}"')
        yield
        for table, trigger, state in found:
            always = "ALWAYS " if state in ("A", b"A") else ""
            connection.exec_driver_sql(f'ALTER TABLE "{table}" ENABLE {always}TRIGGER "{trigger}"')
        return
    written = list(connection.execute(text(_LITE)))
    for name, _ in written:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    yield
    for _, sql in written:
        connection.exec_driver_sql(sql)
