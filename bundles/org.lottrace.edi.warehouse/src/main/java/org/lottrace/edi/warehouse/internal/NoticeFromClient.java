package org.lottrace.edi.warehouse.internal;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.edi.X12Units;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.partner.ShipNoticeLine;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** The ship notice that a 943 of a partner is for whom we run sites, or everything that keeps it from being one. */
final class NoticeFromClient {
    /** W0601 (data element 514). */
    private static final String ORIGINAL = "N";

    private final ReadReport report;
    private final PartyId sender;
    private final List<Violation> problems = new ArrayList<>();
    private final List<ShipNoticeLine> lines = new ArrayList<>();
    private final Optional<LocalDate> day;

    NoticeFromClient(ReadReport report, PartyId sender, ItemStore items) {
        this.report = report;
        this.sender = sender;
        this.day = day(report.date);
        ViolationPath at = ViolationPath.of(PathStep.segment(report.beginning));
        if (day.isEmpty()) {
            problem(at, "INVALID_DATE", "\"" + report.date + "\" in W0603 is no date: send when the goods left");
        }
        if (!report.status.equals(ORIGINAL)) {
            problem(
                    at,
                    "STATUS_NOT_TAKEN",
                    "W0601 is \"" + report.status + "\", and only N (original) is taken: tell us what is to change");
        }
        if (report.about.isEmpty()) {
            problem(
                    at,
                    "ORDER_UNKNOWN",
                    "send in W0602 the number of the purchase order under which we expect goods of yours");
        }
        if (report.number.length() < 2) {
            problem(at, "NUMBER_TOO_SHORT", "send in W0604 a number of the shipment with 2 to 30 characters");
        }
        report.goods.forEach(goods -> take(goods, items));
    }

    List<Violation> problems() {
        return problems;
    }

    /** To be called when there are no problems. */
    ShipNotice notice() {
        Optional<Gln> shipTo = report.receivers.stream()
                .flatMap(code -> ReadGoods.read(code, Gln::new).stream())
                .findFirst();
        return new ShipNotice(
                new ShipNoticeId(sender, report.number),
                day.orElseThrow().atStartOfDay(),
                day.orElseThrow(),
                Optional.empty(),
                shipTo,
                shipTo.isPresent() ? "" : report.receivers.stream().findFirst().orElse(""),
                report.carrier,
                report.billOfLading,
                lines,
                report.keyData);
    }

    private void take(ReadReport.Goods goods, ItemStore items) {
        ViolationPath at = ReadGoods.path(goods.segment);
        Optional<Item> item = ReadGoods.item(items, goods, problems);
        Optional<UnitOfMeasure> unit = X12Units.fromX12(goods.unit);
        Optional<Sscc> sscc = ReadGoods.read(goods.sscc, Sscc::new);
        Optional<LocalDate> expiry = day(goods.expiry);
        if (item.isEmpty()) {
            problem(at, "ITEM_UNKNOWN", "no item of ours has one of these numbers: " + ReadGoods.named(goods));
        }
        if (unit.isEmpty()) {
            problem(at, "UNIT_UNKNOWN", "unit \"" + goods.unit + "\" is not known: send a code of X12 DE 355 that is");
        }
        if (sscc.isEmpty() && !goods.sscc.isEmpty()) {
            problem(at, "SSCC_INVALID", "\"" + goods.sscc + "\" is no SSCC: check the label");
        }
        if (expiry.isEmpty() && !goods.expiry.isEmpty()) {
            problem(at, "INVALID_DATE", "\"" + goods.expiry + "\" in N904 is no expiry date");
        }
        if (item.isPresent() && unit.isPresent()) {
            lines.add(new ShipNoticeLine(
                    report.about,
                    "",
                    Optional.empty(),
                    item.get().number().value(),
                    "",
                    goods.lot,
                    Optional.empty(),
                    expiry,
                    new Quantity(new BigDecimal(goods.amount), unit.get()),
                    Optional.empty(),
                    sscc,
                    goods.keyData));
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeException isNone) {
            return Optional.empty();
        }
    }

    private void problem(ViolationPath at, String code, String message) {
        problems.add(new Violation(code, at, message));
    }
}
