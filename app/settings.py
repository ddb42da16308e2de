"""Everything that can be configured, read once from the environment (PEACE_TABLE_…)."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"


class Settings(BaseSettings):
    """`PEACE_TABLE_DATABASE` is an SQLAlchemy address; the default is SQLite in `var/`."""

    model_config = SettingsConfigDict(env_prefix="PEACE_TABLE_")

    database: str = f"sqlite:///{VAR / 'rehearsal.sqlite'}"
    stories: Path = ROOT / "stories"
