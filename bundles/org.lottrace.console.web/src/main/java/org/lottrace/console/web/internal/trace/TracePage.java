package org.lottrace.console.web.internal.trace;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.lot.LotKey;
import org.lottrace.console.web.internal.lot.LotView;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;
import org.lottrace.trace.drawing.OpenedFold;
import org.lottrace.trace.drawing.TraceNode;

/** Where lots went and what they came from: drawn, as a table, and as files. */
public final class TracePage implements Page {
    private static final int AT_A_TIME = 50;
    private static final String PATH = "trace";
    private static final String OPEN = "open";
    private static final String PAGE = "page";

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String needs() {
        return "trace.trace";
    }

    @Override
    public String icon() {
        return "trace";
    }

    /** @return the address of the trace of a lot */
    public static String link(LotKey lot, String direction) {
        return Address.to(PATH, "lots", lot, "direction", direction);
    }

    @Override
    public Answer show(Visit visit) {
        TraceForm form = TraceForm.of(visit);
        TypedLots typed = TypedLots.of(form.lots(), visit);
        List<String> problems = new ArrayList<>(form.problems());
        problems.addAll(typed.misread());
        typed.unknown().forEach(text -> problems.add(visit.texts().of("lot.unknown", text)));
        boolean complete =
                problems.isEmpty() && typed.several().isEmpty() && !typed.keys().isEmpty();
        Optional<TraceAnswer> answer =
                complete ? Optional.of(TraceAnswer.of(typed.keys(), form, visit)) : Optional.empty();
        List<String> rest = visit.address().rest();
        if (!rest.isEmpty()) {
            return answer.filter(found -> rest.size() == 1)
                    .flatMap(found -> file(rest.get(0), found, typed.keys(), visit))
                    .orElse(Answer.NOT_FOUND);
        }
        TraceView view = new TraceView(
                form.lots(),
                form.direction(),
                form.until(),
                form.known(),
                form.suspect(),
                visit.parameters().text("share"),
                problems,
                several(typed, visit),
                answer.map(found -> found(found, form, visit)));
        return Answer.html("trace/trace.jte", view); // also with problems: htmx throws away what has another status
    }

    private static Optional<Answer> file(String name, TraceAnswer answer, List<LotKey> lots, Visit visit) {
        return switch (name) {
            case "trace.svg" -> Optional.of(svg(name, answer.drawing(visit).svgDocument()));
            case "trace.csv" ->
                Optional.of(new Answer.Download(
                        name,
                        "text/csv;charset=utf-8",
                        out -> TraceCsv.write(TraceRow.of(answer.trace()), visit, out)));
            case "trace.pdf" -> {
                byte[] pdf = answer.drawing(visit).pdf(title(lots, visit));
                yield Optional.of(new Answer.Download(name, "application/pdf", out -> out.write(pdf)));
            }
            default -> Optional.empty();
        };
    }

    private static Answer svg(String name, String content) {
        return new Answer.Download(name, "image/svg+xml", out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** A long list of lots would run out of the paper; the drawing marks them all. */
    private static String title(List<LotKey> lots, Visit visit) {
        String first = lots.stream()
                .limit(3)
                .map(lot -> lot.item() + "/" + lot.number())
                .collect(Collectors.joining(", "));
        String more = lots.size() > 3 ? " " + visit.texts().of("word.more", lots.size() - 3) : "";
        return visit.texts().of("trace.of", first + more) + " \u00b7 "
                + visit.formats().time(visit.now(), visit.zone());
    }

    private static List<TraceView.Several> several(TypedLots typed, Visit visit) {
        return typed.several().stream()
                .map(several -> new TraceView.Several(
                        several.typed(),
                        several.lots().stream()
                                .map(lot -> new TraceView.Meant(
                                        lot, address("", visit, "lots", instead(visit, several.typed(), lot.key()))))
                                .toList()))
                .toList();
    }

    private static String instead(Visit visit, String typed, LotKey lot) {
        return LotWords.of(visit.parameters().text("lots"), visit).stream()
                .map(text -> text.equals(typed) ? lot.toString() : text)
                .collect(Collectors.joining(" "));
    }

    private static TraceView.Found found(TraceAnswer answer, TraceForm form, Visit visit) {
        String svg = answer.drawing(visit).svg(node -> link(node, answer, visit));
        List<TraceRow> rows = TraceRow.of(answer.trace());
        int from = (int) Math.min(rows.size(), (form.page() - 1L) * AT_A_TIME);
        return new TraceView.Found(
                output -> output.writeContent(svg),
                answer.graph().opened().stream()
                        .map(group -> new TraceView.OpenGroup(
                                GroupNames.of(group.fold(), visit.texts()), withOpened(visit, without(answer, group))))
                        .toList(),
                answer.graph().notOpened().stream()
                        .map(group -> GroupNames.of(group.fold(), visit.texts()))
                        .toList(),
                answer.hidden(),
                rows.subList(from, Math.min(rows.size(), from + AT_A_TIME)),
                from + 1,
                rows.size(),
                pages(form.page(), rows.size(), visit),
                List.of(
                        new TraceView.Step("trace.svg", address("/trace.svg", visit)),
                        new TraceView.Step("trace.csv", address("/trace.csv", visit)),
                        new TraceView.Step("trace.pdf", address("/trace.pdf", visit))),
                days(form.until(), visit),
                slider(form.until(), rows, visit),
                answer.facts().parties(),
                answer.graph().ledgerPosition());
    }

    private static Optional<String> link(TraceNode node, TraceAnswer answer, Visit visit) {
        return node.fold(
                lot -> Optional.of(LotView.link(lot.lot())), party -> Optional.empty(), folded -> folded.opens()
                        .map(group -> {
                            List<OpenedFold> opened = without(answer, group);
                            opened.add(group);
                            return withOpened(visit, opened);
                        }));
    }

    private static List<OpenedFold> without(TraceAnswer answer, OpenedFold group) {
        List<OpenedFold> opened = new ArrayList<>(answer.graph().opened());
        opened.removeIf(other -> other.fold().equals(group.fold()));
        return opened;
    }

    private static String withOpened(Visit visit, List<OpenedFold> opened) {
        List<Object> parameters = new ArrayList<>(visit.parameters().except("token", PAGE, OPEN));
        opened.forEach(group -> parameters.addAll(List.of(OPEN, group)));
        return Address.to(PATH, parameters.toArray());
    }

    private static List<TraceView.Step> pages(int page, int rows, Visit visit) {
        List<TraceView.Step> steps = new ArrayList<>();
        if (page > 1) {
            steps.add(new TraceView.Step("trace.page.before", address("", visit, PAGE, page - 1)));
        }
        if ((long) page * AT_A_TIME < rows) {
            steps.add(new TraceView.Step("word.next", address("", visit, PAGE, page + 1)));
        }
        return steps;
    }

    private static List<TraceView.Step> days(Optional<LocalDate> until, Visit visit) {
        return until.map(day -> List.of(
                        new TraceView.Step("trace.day.before", address("", visit, "until", day.minusDays(1))),
                        new TraceView.Step("trace.day.after", address("", visit, "until", day.plusDays(1)))))
                .orElse(List.of());
    }

    private static Optional<TraceView.Slider> slider(Optional<LocalDate> until, List<TraceRow> rows, Visit visit) {
        LocalDate today = LocalDate.ofInstant(visit.now(), visit.zone());
        return rows.stream()
                .map(row -> LocalDate.ofInstant(row.at(), visit.zoneOf(row.site())))
                .min(Comparator.naturalOrder())
                .filter(first -> first.isBefore(today))
                .map(first -> new TraceView.Slider(
                        first,
                        ChronoUnit.DAYS.between(first, today),
                        ChronoUnit.DAYS.between(
                                first, until.filter(day -> day.isBefore(today)).orElse(today))));
    }

    /** The address of this page with one parameter changed; the table begins anew unless that is its page. */
    private static String address(String file, Visit visit, Object... nameAndValue) {
        String changed = nameAndValue.length == 0 ? PAGE : nameAndValue[0].toString();
        List<Object> parameters = new ArrayList<>(visit.parameters().except("token", PAGE, changed));
        parameters.addAll(List.of(nameAndValue));
        return Address.to(PATH + file, parameters.toArray());
    }
}
