package org.lottrace.edi.warehouse.internal;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Site;
import org.lottrace.api.movement.DifferenceKind;
import org.lottrace.api.movement.NoticeDifference;
import org.lottrace.api.movement.NoticeReconciliations;
import org.lottrace.api.movement.ReconciledNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quantity.Quantity;

/**
 * Writes what was announced to a site that we run for a partner and did not come, when the rest of its ship notice is closed (X12 944): for
 * each lot a W07 of nothing, and a W13 of how much is short.
 */
final class ShortReceiptWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
    private static final String NOTICE = "SHIP_NOTICE ";
    private static final int LONGEST_NOTICE = 30;
    /** W1303 (data element 412). */
    private static final String SHORT = "02";

    private final PartyStore parties;
    private final ReportedGoods reported;
    private final NoticeReconciliations reconciliations;

    ShortReceiptWriter(PartyStore parties, ReportedGoods reported, NoticeReconciliations reconciliations) {
        this.parties = parties;
        this.reported = reported;
        this.reconciliations = reconciliations;
    }

    /** @param closing of a ship notice */
    boolean isShort(RecordedEvent closing) {
        return closed(closing).filter(one -> missing(one).findAny().isPresent()).isPresent();
    }

    /**
     * @param recorded a closing that {@link #isShort}
     * @return the XML text of a 944
     * @throws IllegalStateException if an item is unknown
     * @throws IllegalArgumentException if a unit has no code in X12; the message says what to do
     */
    String write(RecordedEvent recorded, Site site) {
        ReconciledNotice reconciled = closed(recorded).orElseThrow();
        TraceEvent closing = recorded.event();
        OffsetDateTime closed =
                closing.context().effective().atOffset(closing.context().offset());
        String number = reconciled.notice().number();
        List<List<String>> segments = new ArrayList<>();
        segments.add(List.of(
                "W17",
                "F",
                DateTimeFormatter.BASIC_ISO_DATE.format(closed.toLocalDate()),
                "R" + recorded.position(),
                "",
                number.length() <= LONGEST_NOTICE ? number : "",
                "8",
                TIME.format(closed)));
        segments.add(ItemTexts.place("WH", site));
        parties.find(reconciled.notice().sender()).ifPresent(from -> segments.addAll(ItemTexts.party("SF", from)));
        if (number.length() > LONGEST_NOTICE) {
            segments.add(List.of("N9", "SI", number));
        }
        missing(reconciled).forEach(difference -> add(difference, reconciled, segments));
        segments.add(List.of("W14", "0"));
        return SegmentXml.of(segments);
    }

    private void add(NoticeDifference difference, ReconciledNotice reconciled, List<List<String>> segments) {
        ReconciledNotice.Line line = reconciled.lines().get(difference.line().orElseThrow() - 1);
        Item item = reported.item(line.item());
        Quantity quantity = difference.quantity().orElseThrow();
        List<String> goods = new ArrayList<>(List.of("W07", "0", ItemTexts.unit(quantity), ""));
        goods.addAll(ItemTexts.named(item));
        segments.add(goods);
        difference.lot().ifPresent(lot -> segments.add(reported.lot(lot)));
        difference.container().ifPresent(sscc -> segments.add(List.of("MAN", "GM", sscc.value())));
        segments.add(List.of("W13", ItemTexts.amount(quantity), ItemTexts.unit(quantity), SHORT));
    }

    private static Stream<NoticeDifference> missing(ReconciledNotice reconciled) {
        return reconciled.differences().stream()
                .filter(difference -> difference.kind() == DifferenceKind.NOTICE_SHORT
                        && difference.line().isPresent()
                        && difference.quantity().isPresent());
    }

    private Optional<ReconciledNotice> closed(RecordedEvent closing) {
        return notice(closing.event()).flatMap(reconciliations::find);
    }

    private static Optional<ShipNoticeId> notice(TraceEvent closing) {
        return KeyDatum.find(closing.keyData(), KeyDataElement.REFERENCE_RECORD)
                .map(KeyDataValue::text)
                .filter(text -> text.startsWith(NOTICE) && text.indexOf('/') > 0)
                .map(text -> text.substring(NOTICE.length()).split("/", 2))
                .map(parts -> new ShipNoticeId(new PartyId(parts[0]), parts[1]));
    }
}
