// Draws every element with data-chart from the JSON at that address: {title, unit, periods, series: [{name, values}]}.
"use strict";

(function () {
  const COLOURS = ["#1f5f5b", "#c08a1e", "#2d5785", "#a3261c", "#6b7d84"];

  async function draw(place) {
    const answer = await fetch(place.dataset.chart, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const data = await answer.json();
    const chart = echarts.init(place);
    chart.setOption({
      aria: { enabled: true, label: { description: data.title } },
      animation: false,
      color: COLOURS,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13 },
      // Text drawn by the chart itself: markup with styles of its own would break the content policy.
      tooltip: { trigger: "axis", renderMode: "richText", valueFormatter: (value) => `${value ?? "—"} ${data.unit}` },
      legend: { show: data.series.length > 1, top: 0, right: 16 },
      grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
      xAxis: { type: "category", data: data.periods, axisTick: { show: false } },
      yAxis: { type: "value", name: data.unit, nameTextStyle: { align: "left" }, scale: true, splitLine: { lineStyle: { color: "#e9eceb" } } },
      series: data.series.map((one) => ({
        name: one.name, type: "line", data: one.values, symbolSize: 7, lineStyle: { width: 2, type: one.dashed ? "dashed" : "solid" },
      })),
    });
    new ResizeObserver(() => chart.resize()).observe(place);
  }

  document.querySelectorAll("[data-chart]").forEach(draw);
})();
