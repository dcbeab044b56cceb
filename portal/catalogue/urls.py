"""Forms, rules, the calendar, releases, indicators."""

from __future__ import annotations

from django.urls import path

from portal.catalogue.views import forms, indicators, releases, rules, schedule

app_name = "catalogue"
urlpatterns = [
    path("forms/", forms.forms, name="forms"),
    path("forms/<form:form_id>/", forms.form, name="form"),
    path("forms/<form:form_id>/template/", forms.template, name="template"),
    path("rules/", rules.rules, name="rules"),
    path("rules/<rule:rule>/", rules.rule, name="rule"),
    path("calendar/", schedule.schedule, name="schedule"),
    path("releases/", releases.releases, name="releases"),
    path("releases/<release:release_id>/", releases.release, name="release"),
    path("releases/<release:release_id>/changes/", releases.changes, name="changes"),
    path("releases/<release:release_id>/dictionary/", releases.dictionary, name="dictionary"),
    path("indicators/", indicators.indicators, name="indicators"),
    path("indicators/<indicator:indicator_id>/", indicators.indicator, name="indicator"),
    path("indicators/<indicator:indicator_id>/vintages/", indicators.vintages, name="vintages"),
    path("indicators/<indicator:indicator_id>/values.json", indicators.values, name="values"),
    path("indicators/<indicator:indicator_id>/trace/", indicators.trace, name="trace"),
]
