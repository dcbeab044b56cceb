"""Fifty people of a zone, signed in: ``python -m bench.portal_people`` prints role and session of each as JSON."""

from __future__ import annotations

import json
import os
from itertools import cycle

#: How often each role stands among the people of a zone.
PEOPLE = {"clerk": 28, "reviewer": 6, "steward": 5, "analyst": 4, "leader": 6, "administrator": 1}


def main() -> None:
    """Add people who are not there yet, and print a session of each."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.site.settings")
    from portal.site.start import prepare

    prepare()
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from portal.people.models import Person
    from portal.people.roles import OF_ONE_DEPARTMENT, Role
    from sources.contract import load_catalog

    departments = cycle(sorted({form.department for form in load_catalog()}))
    sessions = []
    for role, count in PEOPLE.items():
        for number in range(count):
            department = next(departments) if Role(role) in OF_ONE_DEPARTMENT else ""
            person, _ = Person.objects.get_or_create(
                username=f"bench-{role}-{number}",
                defaults={
                    "name": f"测试{number}",
                    "role": role,
                    "department": department,
                    "must_change_password": False,
                },
            )
            session = SessionStore()
            session[SESSION_KEY] = str(person.pk)
            session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
            session[HASH_SESSION_KEY] = person.get_session_auth_hash()
            session.save()
            sessions.append({"role": role, "session": session.session_key})
    print(json.dumps(sessions))


if __name__ == "__main__":
    main()
