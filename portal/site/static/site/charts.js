// Draws every element with data-chart from the JSON at that address: {title, unit, periods, series: [{name, values}]};
// with kind "bar", a bar per name in periods instead of a line over time.
"use strict";

(function () {
  const COLOURS = ["#1f5f5b", "#c08a1e", "#2d5785", "#a3261c", "#6b7d84", "#5b8c3a", "#7a4f8f", "#3aa0a8", "#b5651d", "#44525a"];

  async function draw(place) {
    const answer = await fetch(place.dataset.chart, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const data = await answer.json();
    const bars = data.kind === "bar";
    if (bars) place.style.height = `${90 + 44 * data.periods.length}px`;
    const chart = echarts.init(place);
    const names = { type: "category", data: data.periods, axisTick: { show: false }, inverse: bars };
    const amounts = {
      type: "value", name: bars ? "" : data.unit, nameTextStyle: { align: "left" }, scale: !bars,
      axisLabel: bars ? { formatter: `{value}${data.unit}` } : {}, splitLine: { lineStyle: { color: "#e9eceb" } },
    };
    chart.setOption({
      aria: { enabled: true, label: { description: data.title } },
      animation: false,
      color: COLOURS,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13 },
      // Text drawn by the chart itself: markup with styles of its own would break the content policy.
      tooltip: { trigger: "axis", renderMode: "richText", valueFormatter: (value) => `${value ?? "—"} ${data.unit}` },
      legend: { show: data.series.length > 1, type: "scroll", top: 0, left: 64, right: 16 },
      grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
      xAxis: bars ? amounts : names,
      yAxis: bars ? names : amounts,
      series: data.series.map((one) => ({
        name: one.name, type: bars ? "bar" : "line", barMaxWidth: 14, data: one.values, symbolSize: 7, lineStyle: { width: 2, type: one.dashed ? "dashed" : "solid" },
      })),
    });
    new ResizeObserver(() => chart.resize()).observe(place);
  }

  document.querySelectorAll("[data-chart]").forEach(draw);
})();
