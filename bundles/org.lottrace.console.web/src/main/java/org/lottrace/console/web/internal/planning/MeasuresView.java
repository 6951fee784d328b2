package org.lottrace.console.web.internal.planning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.planning.MeasureQuestion;
import org.lottrace.api.planning.Measures;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.console.web.internal.text.Formats;
import org.lottrace.console.web.internal.today.TodayView.Figure;

/**
 * The measures as they are read.
 *
 * @param question with which they were asked
 * @param counted up to which position of the ledger
 * @param fill how orders were filled
 * @param waste what was lost
 * @param life how fresh deliveries were
 * @param rotation what was passed over
 * @param expiring bars of what expires soon
 */
public record MeasuresView(
        MeasureQuestion question,
        String counted,
        List<Figure> fill,
        List<Figure> waste,
        List<Figure> life,
        List<Figure> rotation,
        List<Bar> expiring) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * @param days what it is of
     * @param lots how many
     * @param value what they cost
     * @param count the same number, for the chart
     * @param length of the bar, of 100 for the longest
     * @param link address of its rows
     */
    public record Bar(String days, long count, String lots, String value, long length, String link) {}

    static MeasuresView of(Visit visit, Measures measures) {
        return new MeasuresView(
                measures.question(),
                visit.formats().number(measures.ledgerPosition()),
                fill(visit, measures),
                waste(visit, measures),
                life(visit, measures),
                rotation(visit, measures),
                expiring(visit, measures));
    }

    private static List<Figure> fill(Visit visit, Measures measures) {
        Formats formats = visit.formats();
        Measures.Fill fill = measures.fill();
        String rows = link(measures, "orders");
        List<Figure> figures = new ArrayList<>(List.of(
                new Figure(
                        visit.texts().lookup("planning.fill.orders"),
                        percent(visit, fill.ordersPercent()),
                        part(visit, fill.fullOrders(), fill.orders()),
                        rows,
                        ""),
                new Figure(
                        visit.texts().lookup("planning.fill.lines"),
                        percent(visit, fill.linesPercent()),
                        part(visit, fill.fullLines(), fill.lines()),
                        rows,
                        "")));
        fill.quantities()
                .forEach(unit -> figures.add(new Figure(
                        visit.texts()
                                .of(
                                        "planning.fill.quantity",
                                        formats.unit(unit.ordered().unit())),
                        percent(visit, unit.percent()),
                        visit.texts()
                                .of("planning.of", formats.quantity(unit.filled()), formats.quantity(unit.ordered())),
                        rows,
                        "")));
        return figures;
    }

    private static List<Figure> waste(Visit visit, Measures measures) {
        Formats formats = visit.formats();
        Measures.Waste waste = measures.waste();
        String rows = link(measures, "waste");
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                visit.texts().lookup("planning.waste.value"),
                waste.wasted().map(formats::money).orElse("–"),
                visit.texts()
                        .of(
                                "planning.waste.share",
                                percent(visit, waste.percent()),
                                waste.received().map(formats::money).orElse("–"),
                                formats.number(waste.withoutValue())),
                rows,
                waste.wasted().filter(Money::isPositive).isPresent() ? "warn" : ""));
        waste.quantities()
                .forEach(unit -> figures.add(new Figure(
                        visit.texts()
                                .of(
                                        "planning.waste.quantity",
                                        formats.unit(unit.received().unit())),
                        percent(visit, unit.percent()),
                        visit.texts()
                                .of(
                                        "planning.waste.parts",
                                        formats.quantity(unit.destroyed()),
                                        formats.quantity(unit.onStock()),
                                        formats.quantity(unit.received())),
                        rows,
                        "")));
        return figures;
    }

    private static List<Figure> life(Visit visit, Measures measures) {
        Formats formats = visit.formats();
        Measures.Life life = measures.life();
        String rows = link(measures, "deliveries");
        return List.of(
                new Figure(
                        visit.texts().lookup("planning.life.mean"),
                        life.meanDays().map(formats::number).orElse("–"),
                        percent(visit, life.meanPercent()),
                        rows,
                        ""),
                new Figure(
                        visit.texts().lookup("planning.life.least"),
                        life.leastDays()
                                .map(days -> formats.number((long) days))
                                .orElse("–"),
                        percent(visit, life.leastPercent()),
                        rows,
                        life.leastDays().filter(days -> days < 0).isPresent() ? "bad" : ""),
                new Figure(
                        visit.texts().lookup("planning.life.deliveries"),
                        formats.number(life.deliveries()),
                        visit.texts().of("planning.life.without", formats.number(life.withoutExpiry())),
                        rows,
                        ""));
    }

    private static List<Figure> rotation(Visit visit, Measures measures) {
        Formats formats = visit.formats();
        Measures.Rotation rotation = measures.rotation();
        String rows = link(measures, "passed");
        return List.of(
                new Figure(
                        visit.texts().lookup("planning.violations"),
                        formats.number(rotation.violations()),
                        percent(visit, rotation.violationsPercent()),
                        rows,
                        rotation.violations() > 0 ? "bad" : ""),
                new Figure(
                        visit.texts().lookup("planning.deviations"),
                        formats.number(rotation.deviations()),
                        "",
                        rows,
                        rotation.deviations() > 0 ? "warn" : ""),
                new Figure(
                        visit.texts().lookup("planning.explained"), formats.number(rotation.explained()), "", rows, ""),
                new Figure(
                        visit.texts().lookup("planning.lots-per-line"),
                        rotation.lotsPerLine().map(formats::number).orElse("–"),
                        "",
                        link(measures, "deliveries"),
                        ""));
    }

    private static List<Bar> expiring(Visit visit, Measures measures) {
        Formats formats = visit.formats();
        long longest = measures.expiring().stream()
                .mapToLong(Measures.Expiring::lots)
                .max()
                .orElse(0);
        return measures.expiring().stream()
                .map(step -> new Bar(
                        step.days() < 0
                                ? visit.texts().lookup("planning.expired")
                                : visit.texts().of("planning.within", formats.number((long) step.days())),
                        step.lots(),
                        formats.number(step.lots()),
                        step.value().map(formats::money).orElse("–"),
                        longest == 0 ? 0 : step.lots() * 100 / longest,
                        expiringLink(measures.question(), Math.max(0, step.days()))))
                .toList();
    }

    private static String expiringLink(MeasureQuestion question, int days) {
        List<Object> parts = Filter.parts(question);
        parts.addAll(List.of("days", days));
        return Address.to("planning/expiring", parts.toArray());
    }

    private static String link(Measures measures, String list) {
        return Address.to("planning/" + list, Filter.parts(measures.question()).toArray());
    }

    private static String part(Visit visit, long part, long whole) {
        return visit.texts()
                .of("planning.of", visit.formats().number(part), visit.formats().number(whole));
    }

    private static String percent(Visit visit, Optional<BigDecimal> percent) {
        return percent.map(known -> percent(visit.formats(), known)).orElse("–");
    }

    static String percent(Formats formats, BigDecimal percent) {
        return formats.percent(percent.divide(HUNDRED));
    }
}
