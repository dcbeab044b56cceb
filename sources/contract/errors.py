"""What is wrong with a contract, said with the file and the key."""

from __future__ import annotations

from pathlib import Path


class ContractError(Exception):
    """A form, code list or rule file that cannot be used; the message names the file and the key."""

    def __init__(self, file: Path | str, key: str, message: str) -> None:
        self.file = str(file)
        self.key = key
        super().__init__(f"{self.file}：{key}：{message}" if key else f"{self.file}：{message}")
