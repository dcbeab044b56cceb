"""``taizhang people``: who may enter the portal, and whether its log is whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from portal.people.models import Person

_ROLES = {
    "填报人": "clerk",
    "部门审核人": "reviewer",
    "汇总岗": "steward",
    "分析员": "analyst",
    "领导": "leader",
    "管理员": "administrator",
}
#: The people of ``make demo``: user name → name and role.
_SAMPLE = {
    "clerk": ("陈晓", "clerk"),
    "reviewer": ("李敏", "reviewer"),
    "steward": ("王芳", "steward"),
    "analyst": ("赵强", "analyst"),
    "leader": ("刘建国", "leader"),
    "admin": ("管理员", "administrator"),
}
_SAMPLE_DEPARTMENT = "projects"


@click.group(options_metavar="[选项]", subcommand_metavar="[add-admin | add | list | reset | sample | verify-log]")
def command() -> None:
    """门户的人员：添加、重置密码；核验操作日志。

    没有默认密码：每个人得到一个一次性密码，首次登录必须修改。

    \b
    例：taizhang people add-admin zhangwei
        taizhang people add chenxiao --name 陈晓 --role 填报人 --department 项目建设部
        taizhang people verify-log
    """


@command.command("add-admin")
@click.argument("username", metavar="用户名")
@click.option("--name", metavar="姓名", help="姓名；不写则用用户名。")
@click.option("--ask", is_flag=True, help="自己输入初始密码，而不是生成一个一次性密码。")
def add_admin(username: str, name: str | None, ask: bool) -> None:
    """添加一个管理员。"""
    password = click.prompt("初始密码", hide_input=True, confirmation_prompt="再输一次") if ask else None
    with _portal():
        given = _added(username, name or username, "administrator", "", password)
    _hand_over(username, None if ask else given)


@command.command("add")
@click.argument("username", metavar="用户名")
@click.option("--name", metavar="姓名", required=True, help="姓名。")
@click.option("--role", metavar="角色", required=True, help=f"角色：{'、'.join(_ROLES)}。")
@click.option("--department", metavar="部门", help="填报人、部门审核人所属的部门：编码或名称。")
def add(username: str, name: str, role: str, department: str | None) -> None:
    """添加一个人，打印一次性密码。"""
    from orchestration.command.choices import department_named
    from orchestration.command.errors import CommandError
    from sources.contract import load_catalog

    known = _ROLES.get(role, role)
    if known not in _ROLES.values():
        raise CommandError(f"没有角色“{role}”。可选：{'、'.join(f'{word}（{code}）' for word, code in _ROLES.items())}")
    chosen = department_named(department, load_catalog()) if department else ""
    with _portal():
        given = _added(username, name, known, chosen, None)
    _hand_over(username, given)


@command.command("list")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def list_(as_json: bool) -> None:
    """列出全部人员。"""
    from orchestration.command.listing import Column, show

    with _portal() as people:
        rows = [
            {"username": one.username, "name": one.name, "role": one.role, "department": one.department or None,
             "is_active": one.is_active, "must_change_password": one.must_change_password}
            for one in people.objects.order_by("username")
        ]  # fmt: skip
    titles = {"username": "用户名", "name": "姓名", "role": "角色", "department": "部门", "is_active": "可以登录"}
    columns = [Column(key, title) for key, title in titles.items()]
    show(rows, columns, as_json=as_json, empty="还没有人员。先运行 taizhang people add-admin 用户名")


@command.command("reset")
@click.argument("username", metavar="用户名")
def reset(username: str) -> None:
    """重置一个人的密码，打印新的一次性密码。"""
    from orchestration.command.errors import CommandError

    with _portal() as people:
        from portal.people.accounts import reset_password

        found = people.objects.filter(username=username.strip().lower()).first()
        if found is None:
            raise CommandError(f"没有人员“{username}”。全部人员见 taizhang people list")
        given = reset_password(found)
    _hand_over(username, given)


@command.command("sample")
def sample() -> None:
    """每个角色添加一个演示人员；已有的，没改过密码的换一个一次性密码。"""
    from orchestration.command.listing import show_table

    rows = []
    with _portal() as people:
        from portal.people.accounts import reset_password
        from portal.people.roles import OF_ONE_DEPARTMENT

        for username, (name, role) in _SAMPLE.items():
            found = people.objects.filter(username=username).first()
            if found is None:
                department = _SAMPLE_DEPARTMENT if role in OF_ONE_DEPARTMENT else ""
                given = _added(username, name, role, department, None)
            else:
                given = reset_password(found) if found.must_change_password else "（已改过密码）"
            rows.append([{code: word for word, code in _ROLES.items()}[role], username, given])
    show_table(rows, ["角色", "用户名", "一次性密码"], "演示人员")


@command.command("verify-log")
def verify_log() -> None:
    """核验操作日志：有没有被改动、删除或插入。退出码：0 完好，1 被动过。"""
    from orchestration.command.errors import FINDINGS, CommandError

    with _portal():
        from portal.audit.chain import verify

        found = verify()
    if found.fault:
        raise CommandError(f"日志被动过：{found.fault}。", FINDINGS)
    click.echo(f"日志完好：{found.count} 条首尾相接。")


@contextmanager
def _portal() -> Iterator[type[Person]]:
    """Make the portal's database ready and give the model of people. Raises ``CommandError``."""
    from django.core.exceptions import ValidationError

    from orchestration.command.errors import OUR_FAILURE, CommandError
    from portal.site.start import StartError, prepare

    try:
        prepare()
    except StartError as error:
        raise CommandError(f"{error}。", OUR_FAILURE) from error
    from portal.people.models import Person

    try:
        yield Person
    except ValidationError as error:
        raise CommandError("\n".join(error.messages)) from error


def _added(username: str, name: str, role: str, department: str, password: str | None) -> str:
    from portal.people.accounts import add_person
    from portal.people.roles import Role

    return add_person(username, name, Role(role), department, password=password)


def _hand_over(username: str, password: str | None) -> None:
    click.echo(f"已添加或更新 {username}。首次登录必须修改密码。", err=True)
    if password is not None:
        click.echo(f"一次性密码：{password}")
