"""The way to the reviews of all tables: on the first page of those who audit, and of nobody else."""

from tests.office import Office


def test_a_monitor_finds_all_reviews_from_the_first_page_and_nobody_else_does(office: Office) -> None:
    office.table()
    assert 'href="/reviews"' in office.open("vanny", "/").text
    for other in ("dalin", "sopheap", "rattana"):
        assert 'href="/reviews"' not in office.open(other, "/").text
