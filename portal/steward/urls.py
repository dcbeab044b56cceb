"""Pages of stewards."""

from __future__ import annotations

from django.urls import path

from portal.steward import views

app_name = "steward"
urlpatterns = [
    path("", views.home.home, name="home"),
    path("queue/", views.queue.queue, name="queue"),
    path("queue/answer/", views.answer.answer, name="answer"),
    path("queue/done/", views.done.done, name="done"),
    path("queue/done/<int:move_id>/undo/", views.done.undo, name="undo"),
    path("queue/<finding:group_id>/", views.queue.group, name="group"),
    path(
        "submissions/<submission:submission_id>/return/", views.sending_back.return_submission, name="return_submission"
    ),
    path("waivers/", views.waivers.waivers, name="waivers"),
    path("waivers/<finding:finding_id>/propose/", views.waivers.propose, name="propose_waiver"),
    path("waivers/<int:proposal_id>/rule/", views.waivers.rule, name="rule_waiver"),
    path("matrix/", views.matrix.matrix, name="matrix"),
    path("identities/", views.identities.listed, name="identities"),
    path("identities/decide/", views.identities.decide, name="decide_identity"),
    path("periods/", views.periods.listed, name="periods"),
    path("periods/lock/", views.periods.lock, name="lock"),
    path("periods/correct/", views.periods.correct, name="correct"),
    path("periods/<finding:decision_id>/approve/", views.periods.approve, name="approve"),
]
