package org.lottrace.console.web.internal.trace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.console.web.internal.page.Parameters;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.console.web.internal.text.Texts;
import org.lottrace.trace.drawing.OpenedFold;

/**
 * What was asked.
 *
 * @param lots as typed
 * @param until only what had happened by the end of that day
 * @param known only what had been recorded by the end of that day
 * @param suspect true when the suspect quantities are asked for
 * @param share percent of all suspect goods that a lot can have at least, to be shown; empty: every lot is
 * @param opened groups that are open
 * @param page of the table, from 1
 * @param problems everything that is wrong with it, in the reader's language
 */
record TraceForm(
        String lots,
        Direction direction,
        Optional<LocalDate> until,
        Optional<LocalDate> known,
        boolean suspect,
        Optional<BigDecimal> share,
        List<OpenedFold> opened,
        int page,
        List<String> problems) {
    private static final BigDecimal ALL = new BigDecimal(100);

    static TraceForm of(Visit visit) {
        Parameters parameters = visit.parameters();
        Texts texts = visit.texts();
        List<String> problems = new ArrayList<>();
        Optional<LocalDate> until = date("until", parameters, texts, problems);
        Optional<LocalDate> known = date("known", parameters, texts, problems);
        Optional<BigDecimal> share = share(visit, problems);
        return new TraceForm(
                parameters.text("lots"),
                direction(parameters, texts, problems),
                until,
                known,
                parameters.isTicked("suspect") || share.isPresent(),
                share,
                opened(parameters, texts, problems),
                page(parameters, texts, problems),
                List.copyOf(problems));
    }

    /** @return which events count, by the days at the reader's site */
    AsOf asOf(ZoneId zone) {
        return new AsOf(
                Optional.empty(),
                known.flatMap(day -> AsOf.endOf(day, zone).happenedBy()),
                until.flatMap(day -> AsOf.endOf(day, zone).happenedBy()));
    }

    private static Direction direction(Parameters parameters, Texts texts, List<String> problems) {
        String typed = parameters.given("direction").orElse(Direction.FORWARD.name());
        return Stream.of(Direction.values())
                .filter(direction -> direction.name().equals(typed))
                .findFirst()
                .orElseGet(() -> {
                    problems.add(texts.of("trace.wrong.direction", typed));
                    return Direction.FORWARD;
                });
    }

    private static Optional<LocalDate> date(String name, Parameters parameters, Texts texts, List<String> problems) {
        try {
            return parameters.given(name).map(LocalDate::parse);
        } catch (DateTimeParseException noDate) {
            problems.add(texts.of("trace.wrong.date", parameters.text(name)));
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> share(Visit visit, List<String> problems) {
        Optional<String> typed = visit.parameters().given("share");
        try {
            Optional<BigDecimal> share = typed.map(visit.formats()::read);
            if (share.filter(percent -> percent.compareTo(ALL) > 0).isPresent()) {
                problems.add(visit.texts().of("trace.wrong.share", typed.orElseThrow()));
            }
            return share.filter(percent -> percent.signum() > 0);
        } catch (IllegalArgumentException unreadable) {
            problems.add(unreadable.getMessage());
            return Optional.empty();
        }
    }

    private static List<OpenedFold> opened(Parameters parameters, Texts texts, List<String> problems) {
        List<OpenedFold> opened = new ArrayList<>();
        for (String text : parameters.all("open")) {
            try {
                opened.add(OpenedFold.parse(text));
            } catch (IllegalArgumentException noGroup) {
                problems.add(texts.of("trace.wrong.group", text));
            }
        }
        return opened;
    }

    private static int page(Parameters parameters, Texts texts, List<String> problems) {
        String typed = parameters.given("page").orElse("1");
        try {
            int page = Integer.parseInt(typed);
            if (page > 0) {
                return page;
            }
        } catch (NumberFormatException noNumber) {
            // the same is wrong with it
        }
        problems.add(texts.of("trace.wrong.page", typed));
        return 1;
    }
}
