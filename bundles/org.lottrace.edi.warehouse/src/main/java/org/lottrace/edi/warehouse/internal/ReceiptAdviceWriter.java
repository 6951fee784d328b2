package org.lottrace.edi.warehouse.internal;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.movement.DifferenceKind;
import org.lottrace.api.movement.NoticeDifference;
import org.lottrace.api.movement.NoticeReconciliations;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quantity.Quantity;

/**
 * Writes what came to a site that we run for a partner (X12 944): a W07 for each lot with its numbers, expiry, catch weight and SSCC, and a
 * W13 for what came damaged or other than its ship notice says.
 */
final class ReceiptAdviceWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    /** W1701 (data element 514): a full report. */
    private static final String FULL = "F";
    /** Characters of W1704 and W1705; a longer number stands in N9. */
    private static final int LONGEST_ORDER = 22;

    private static final int LONGEST_NOTICE = 30;
    /** W1303 (data element 412). */
    private static final String DAMAGED = "01";

    private static final KeyDatum CAME_DAMAGED = KeyDataElement.CONDITION.is(new KeyDataValue.Code("damaged"));

    private final PartyStore parties;
    private final ReportedGoods reported;
    private final NoticeReconciliations reconciliations;

    ReceiptAdviceWriter(PartyStore parties, ReportedGoods reported, NoticeReconciliations reconciliations) {
        this.parties = parties;
        this.reported = reported;
        this.reconciliations = reconciliations;
    }

    /**
     * @return the XML text of a 944
     * @throws IllegalStateException if an item is unknown
     * @throws IllegalArgumentException if a unit has no code in X12; the message says what to do
     */
    String write(RecordedEvent recorded, Site site) {
        TraceEvent receipt = recorded.event();
        OffsetDateTime came =
                receipt.context().effective().atOffset(receipt.context().offset());
        String order = number(receipt, DocumentType.PURCHASE_ORDER);
        String notice = number(receipt, DocumentType.SHIP_NOTICE);
        Optional<PartyId> sender = sender(receipt);
        List<List<String>> segments = new ArrayList<>();
        segments.add(List.of(
                "W17",
                FULL,
                DateTimeFormatter.BASIC_ISO_DATE.format(came.toLocalDate()),
                "R" + recorded.position(),
                order.length() <= LONGEST_ORDER ? order : "",
                notice.length() <= LONGEST_NOTICE ? notice : "",
                "8",
                TIME.format(came)));
        segments.add(ItemTexts.place("WH", site));
        sender.flatMap(parties::find).ifPresent(from -> segments.addAll(ItemTexts.party("SF", from)));
        if (order.length() > LONGEST_ORDER) {
            segments.add(List.of("N9", "PO", order));
        }
        if (notice.length() > LONGEST_NOTICE) {
            segments.add(List.of("N9", "SI", notice));
        }
        List<NoticeDifference> differences = new ArrayList<>(differences(receipt, sender, notice));
        List<Quantity> amounts = new ArrayList<>();
        for (EventLine line : receipt.lines()) {
            amounts.add(add(line, contested(line, differences), segments));
        }
        segments.add(List.of("W14", ReportedGoods.total(amounts)));
        return SegmentXml.of(segments);
    }

    /** In the base unit when something is in question, so that W13 has the unit of W07. */
    private Quantity add(EventLine line, Map<String, Quantity> contested, List<List<String>> segments) {
        Quantity quantity = contested.isEmpty() ? line.entered() : line.quantity();
        List<String> goods = new ArrayList<>(List.of("W07", ItemTexts.amount(quantity), ItemTexts.unit(quantity), ""));
        goods.addAll(ItemTexts.named(reported.item(line)));
        segments.add(goods);
        segments.addAll(reported.numbers(line));
        reported.expiry(line).ifPresent(segments::add);
        reported.weight(line).ifPresent(segments::add);
        line.to().container().ifPresent(sscc -> segments.add(List.of("MAN", "GM", sscc.value())));
        contested.forEach((condition, amount) ->
                segments.add(List.of("W13", ItemTexts.amount(amount), ItemTexts.unit(amount), condition)));
        return quantity;
    }

    private List<NoticeDifference> differences(TraceEvent receipt, Optional<PartyId> sender, String notice) {
        return notice.isEmpty()
                ? List.of()
                : sender.flatMap(party -> reconciliations.find(new ShipNoticeId(party, notice))).stream()
                        .flatMap(reconciled -> reconciled.differences().stream())
                        .filter(difference -> difference.event().equals(Optional.of(receipt.id())))
                        .toList();
    }

    /** Takes what is of the line out of the differences: each is told once. */
    private static Map<String, Quantity> contested(EventLine line, List<NoticeDifference> differences) {
        Map<String, Quantity> contested = new TreeMap<>();
        if (line.keyData().contains(CAME_DAMAGED)) {
            contested.put(DAMAGED, line.quantity());
        }
        differences.removeIf(difference -> {
            Optional<String> condition = condition(difference.kind());
            boolean isOfLine = condition.isPresent()
                    && difference.lot().equals(Optional.of(line.lot()))
                    && difference
                            .container()
                            .map(unit -> line.to().container().equals(Optional.of(unit)))
                            .orElse(true);
            if (isOfLine) {
                contested.putIfAbsent(
                        condition.get(),
                        difference.quantity().orElse(line.quantity()).min(line.quantity()));
            }
            return isOfLine;
        });
        return contested;
    }

    private static Optional<String> condition(DifferenceKind kind) {
        return switch (kind) {
            case OVER_RECEIPT -> Optional.of("03");
            case EXPIRY_NOT_AS_ANNOUNCED -> Optional.of("04");
            case LOT_SWAPPED, UNIT_NOT_AS_ANNOUNCED -> Optional.of("05");
            case LOT_NOT_ANNOUNCED -> Optional.of("13");
            case NOTICE_SHORT, UNIT_NOT_COME -> Optional.empty();
        };
    }

    private static Optional<PartyId> sender(TraceEvent receipt) {
        return receipt.lines().stream()
                .map(line -> line.from().place())
                .filter(place -> place.kind() == PlaceKind.PARTY)
                .map(place -> new PartyId(place.code()))
                .findFirst();
    }

    private static String number(TraceEvent receipt, DocumentType type) {
        return receipt.document(type).map(DocumentReference::number).orElse("");
    }
}
