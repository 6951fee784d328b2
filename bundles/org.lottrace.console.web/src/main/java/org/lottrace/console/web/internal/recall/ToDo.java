package org.lottrace.console.web.internal.recall;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.recall.OpenPoint;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.report.Consignee;
import org.lottrace.api.recall.report.FollowUp;
import org.lottrace.api.recall.report.StatusReport;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Visit;

/**
 * Something that is to be done in a case.
 *
 * @param text what it is, in the language of the reader
 * @param subject the lot, the consignee or both; empty when it is the whole case
 * @param link to the form that does it
 * @param action what the link says
 * @param isUrgent whether its time has come
 * @param isSigned whether somebody signed for it, so that it keeps the case open no longer
 */
public record ToDo(String text, String subject, String link, String action, boolean isUrgent, boolean isSigned) {
    /** @return first what the clock asks for, then what keeps the case from being closed */
    static List<ToDo> of(RecallCase recallCase, StatusReport status, Visit visit) {
        List<ToDo> list = new ArrayList<>();
        if (recallCase.isClosed()) {
            return list;
        }
        RecallCaseId id = recallCase.id();
        if (recallCase.opening().mode().isLive()) {
            clock(id, status, visit, list);
        }
        Set<OpenPoint> unsigned = Set.copyOf(status.reconciliation().unsigned());
        Map<String, List<OpenPoint>> together = status.reconciliation().open().stream()
                .collect(Collectors.groupingBy(
                        point -> group(point) + unsigned.contains(point), LinkedHashMap::new, Collectors.toList()));
        together.values().forEach(points -> list.add(of(id, points, !unsigned.contains(points.get(0)), visit)));
        return list;
    }

    /** What a consignee is asked about is one thing to do, however much they received. */
    private static String group(OpenPoint point) {
        return isOfConsignee(point) ? point.code() + " " + party(point) : point.code() + " " + point.subject();
    }

    private static boolean isOfConsignee(OpenPoint point) {
        return Set.of("QUANTITY_UNACCOUNTED", "HELD_BY_CONSIGNEE").contains(point.code());
    }

    private static String party(OpenPoint point) {
        return point.subject().split(" ")[0];
    }

    private static void clock(RecallCaseId id, StatusReport status, Visit visit, List<ToDo> list) {
        long queued = status.consignees().stream()
                .filter(consignee -> consignee.followUp() == FollowUp.NOT_TOLD)
                .filter(consignee -> isQueued(status, consignee))
                .count();
        long notTold = count(status, FollowUp.NOT_TOLD) - queued;
        if (notTold > 0) {
            list.add(whole(visit, "not-told", notTold, Address.to("recall/" + id + "/consignees") + "#notify", true));
        }
        if (queued > 0) {
            list.add(whole(visit, "unsent", queued, Address.to("recall/" + id + "/notices"), true));
        }
        long escalated = count(status, FollowUp.ESCALATED);
        if (escalated > 0) {
            list.add(whole(
                    visit,
                    "escalated",
                    escalated,
                    Address.to("recall/" + id + "/consignees", "show", FollowUp.ESCALATED),
                    true));
        }
        long late = count(status, FollowUp.REMINDER_DUE);
        if (late > 0) {
            list.add(whole(
                    visit,
                    "late",
                    late,
                    Address.to("recall/" + id + "/consignees", "show", FollowUp.REMINDER_DUE),
                    false));
        }
        status.nextReport()
                .filter(due -> due.isBefore(visit.now()))
                .ifPresent(due ->
                        list.add(whole(visit, "report", 1, Address.to("recall/" + id + "/file") + "#report", true)));
    }

    private static boolean isQueued(StatusReport status, Consignee consignee) {
        return status.unsentNotices().stream()
                .map(state -> state.notice().party())
                .anyMatch(consignee.party()::equals);
    }

    private static long count(StatusReport status, FollowUp followUp) {
        return status.consignees().stream()
                .filter(consignee -> consignee.followUp() == followUp)
                .count();
    }

    private static ToDo whole(Visit visit, String what, long count, String link, boolean isUrgent) {
        return new ToDo(
                visit.texts().of("recall.todo." + what, visit.formats().number(count)),
                "",
                link,
                visit.texts().lookup("recall.todo." + what + ".do"),
                isUrgent,
                false);
    }

    private static ToDo of(RecallCaseId id, List<OpenPoint> points, boolean isSigned, Visit visit) {
        OpenPoint point = points.get(0);
        if (points.size() > 1) {
            return new ToDo(
                    visit.texts()
                            .of("recall.points." + point.code(), visit.formats().number(points.size())),
                    party(point),
                    link(id, point),
                    visit.texts().lookup("recall.point." + point.code() + ".do"),
                    false,
                    isSigned);
        }
        return new ToDo(
                visit.texts()
                        .of(
                                "recall.point." + point.code(),
                                quantity(point.quantity())
                                        .map(visit.formats()::quantity)
                                        .orElse("")),
                point.subject().equals("sample") ? "" : point.subject(),
                link(id, point),
                visit.texts().lookup("recall.point." + point.code() + ".do"),
                false,
                isSigned);
    }

    private static String link(RecallCaseId id, OpenPoint point) {
        String page = "recall/" + id + "/";
        String party = party(point);
        return switch (point.code()) {
            case "STOCK_UNDECIDED", "CERTIFICATE_MISSING" ->
                Address.to(
                                page + "quantities",
                                "lot",
                                point.subject(),
                                "quantity",
                                quantity(point.quantity())
                                        .map(known -> known.amount().toPlainString())
                                        .orElse(""))
                        + "#dispose";
            case "QUANTITY_UNACCOUNTED", "HELD_BY_CONSIGNEE" -> Address.to(page + "consignee", "party", party);
            case "RETRACTION_MISSING" -> Address.to(page + "consignee", "party", party) + "#told";
            case "CHECK_MISSING" ->
                point.subject().equals("sample")
                        ? Address.to(page + "checks") + "#sample"
                        : Address.to(page + "consignee", "party", party) + "#check";
            default -> Address.to(page + "quantities");
        };
    }

    /** A point says its quantity as a text: amount and unit. */
    private static Optional<Quantity> quantity(String text) {
        String[] parts = text.split(" ");
        return parts.length == 2
                ? Optional.of(new Quantity(new BigDecimal(parts[0]), new UnitOfMeasure(parts[1])))
                : Optional.empty();
    }
}
