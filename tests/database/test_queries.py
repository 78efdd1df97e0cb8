"""Every query of the program, prepared against the migrated database and laid beside the row that it fills."""

import importlib
import pkgutil
import types
from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import msgspec
import pytest
from msgspec import inspect

import db
from db import embedded
from db.halves import LAB, PLACING, Half
from db.pool import connect
from db.query import ALL, STATEMENTS, Query, Statement
from tests.databases import url_of


def _import_all(package: types.ModuleType) -> None:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(found.name)


_import_all(db)

#: What a column of each PostgreSQL type may be in a row. JSON may be anything: msgspec checks it at each read.
FITTING: dict[str, tuple[type[inspect.Type], ...]] = {
    "bool": (inspect.BoolType,),
    "bytea": (inspect.BytesType,),
    "date": (inspect.DateType,),
    "float4": (inspect.FloatType,),
    "float8": (inspect.FloatType,),
    "int2": (inspect.IntType,),
    "int4": (inspect.IntType,),
    "int8": (inspect.IntType,),
    "text": (inspect.StrType, inspect.LiteralType, inspect.EnumType),
    "name": (inspect.StrType,),
    "char": (inspect.StrType,),
    "timestamptz": (inspect.DateTimeType,),
    "uuid": (inspect.UUIDType,),
    "pgqueuer_status": (inspect.StrType, inspect.LiteralType, inspect.EnumType),
}


def _fits(column: str, field: inspect.Type) -> bool:
    if column in ("json", "jsonb") or isinstance(field, inspect.AnyType):
        return True
    if isinstance(field, inspect.UnionType):
        inner = [kind for kind in field.types if not isinstance(kind, inspect.NoneType)]
        return all(_fits(column, kind) for kind in inner)
    if isinstance(field, inspect.CustomType):
        return False
    if column.endswith("[]"):
        return isinstance(
            field, inspect.ListType | inspect.VarTupleType | inspect.SetType | inspect.FrozenSetType
        ) and (_fits(column[:-2], field.item_type))
    return isinstance(field, FITTING.get(column, ()))


def _where(sql: str) -> str:
    return " ".join(sql.split())[:60]


@pytest.fixture(scope="module")
async def migrated(
    database_server: embedded.Server, migrated_template: str, lab_template: str
) -> AsyncIterator[dict[Half, asyncpg.Connection]]:
    """Connections to a migrated database of each half that these tests share: they change nothing."""
    owner = await connect(database_server.url)
    connections = {}
    for half, template in ((PLACING, migrated_template), (LAB, lab_template)):
        await owner.execute(f"create database prepared_{half.schema} template {template} strategy file_copy")
        connections[half] = await connect(url_of(database_server.url, f"prepared_{half.schema}"), half)
        # Migrations find their register by the search path that they set.
        await connections[half].execute("select set_config('search_path', $1, false)", f"{half.schema}, public")
    yield connections
    for half, connection in connections.items():
        await connection.close()
        await owner.execute(f"drop database prepared_{half.schema}")
    await owner.close()


def in_each_half(queries: list[Any]) -> list[Any]:
    return [
        pytest.param(query, half, id=f"{half.schema}: {_where(query.sql)}")
        for query in queries
        for half in query.halves
    ]


def test_there_are_queries_and_statements_to_look_at() -> None:
    assert len(ALL) > 10
    assert len(STATEMENTS) > 10


@pytest.mark.parametrize(("query", "half"), in_each_half(ALL))
async def test_the_columns_of_a_query_are_the_fields_of_its_row(
    migrated: dict[Half, asyncpg.Connection], query: Query[Any], half: Half
) -> None:
    columns = (await migrated[half].prepare(query.sql)).get_attributes()
    if issubclass(query.row, msgspec.Struct):
        fields = msgspec.structs.fields(query.row)
        assert [column.name for column in columns] == [field.name for field in fields]
        kinds = [inspect.type_info(field.type) for field in fields]
    else:
        assert len(columns) == 1
        kinds = [inspect.type_info(query.row)]
    wrong = [
        f"{column.name}: {column.type.name} is no {kind}"
        for column, kind in zip(columns, kinds, strict=True)
        if not _fits(column.type.name, kind)
    ]
    assert wrong == []


@pytest.mark.parametrize(("statement", "half"), in_each_half(STATEMENTS))
async def test_a_statement_can_be_prepared_and_yields_nothing(
    migrated: dict[Half, asyncpg.Connection], statement: Statement, half: Half
) -> None:
    assert (await migrated[half].prepare(statement.sql)).get_attributes() == ()


def test_a_query_that_crosses_over_is_refused() -> None:
    with pytest.raises(ValueError, match="island"):
        Query("select 1 from lab.study join placement.company using (name)", int)


async def test_a_column_of_another_type_is_seen(migrated: dict[Half, asyncpg.Connection]) -> None:
    told = (await migrated[PLACING].prepare("select array['a'] as words, now() as at")).get_attributes()
    assert [column.type.name for column in told] == ["text[]", "timestamptz"]
    assert not _fits("int4", inspect.type_info(str))
    assert not _fits("text[]", inspect.type_info(tuple[int, ...]))
    assert not _fits("timestamptz", inspect.type_info(str | None))
    assert _fits("text[]", inspect.type_info(tuple[str, ...]))
