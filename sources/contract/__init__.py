"""The contract of a form: what a department promises to send, declared once in ``sources/forms``."""

from sources.contract.catalog import Catalog, load_catalog
from sources.contract.errors import ContractError
from sources.contract.field import Field
from sources.contract.form import Due, Form, FormRule, ItemsDown, Level
from sources.contract.types import FieldType

__all__ = [
    "Catalog",
    "ContractError",
    "Due",
    "Field",
    "FieldType",
    "Form",
    "FormRule",
    "ItemsDown",
    "Level",
    "load_catalog",
]
