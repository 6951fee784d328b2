package org.lottrace.persistence.internal.order;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.value.OrderLinePart;
import org.lottrace.persistence.internal.value.QuantityPart;

/**
 * An accepted ship notice, locked and read in one round trip: its row first, then, by another statement, its lines, so that they are those of
 * the last commit. Each line of the notice has one of what is expected.
 */
final class NoticeUnderLock {
    static final String ROW = "select r.id, r.created, r.ship_date, r.ship_from, r.ship_to, r.ship_to_id, r.carrier,"
            + " r.bill_of_lading, r.site, r.is_open, r.key_data from expected_receipt r where r.sender = ? and r.notice_number = ?";
    /** To be put in order. */
    static final String LINES =
            "select n.purchase_order, n.line_number, n.gtin, n.receiver_item, n.sender_item, n.lot_number,"
                    + " n.production_date, n.expiry, n.quantity, n.unit, n.tare, n.pack,"
                    + " l.line_number, l.issuer, l.item, l.lot_number, l.production_date, l.expiry, l.supplier_lot_number,"
                    + " l.made_at, l.expected_quantity, l.expected_unit, l.received_quantity, l.received_unit,"
                    + " l.announced_quantity, l.announced_unit, l.order_type, l.order_number, l.order_line, l.sscc,"
                    + " n.key_data"
                    + " from expected_receipt r join ship_notice_line n on n.receipt_id = r.id"
                    + " join expected_receipt_line l on l.receipt_id = n.receipt_id and l.part = n.part"
                    + " where r.sender = ? and r.notice_number = ?";

    static final String IN_ORDER = " order by l.part";

    private final ShipNoticeId id;
    private Optional<ExpectedReceiptEntity> found = Optional.empty();

    NoticeUnderLock(ShipNoticeId id) {
        this.id = id;
    }

    static Optional<ExpectedReceiptEntity> lock(CurrentSession current, ShipNoticeId id) {
        NoticeUnderLock notice = new NoticeUnderLock(id);
        String sender = id.sender().value();
        current.lock(new Questions()
                .lock(ROW, notice::row, sender, id.number())
                .ask(LINES + IN_ORDER, notice::line, sender, id.number()));
        return notice.found;
    }

    void row(ResultSet row) throws SQLException {
        ExpectedReceiptEntity notice = new ExpectedReceiptEntity();
        notice.id = row.getLong(1);
        notice.sender = id.sender().value();
        notice.noticeNumber = id.number();
        notice.created = row.getString(2);
        notice.shipDate = row.getObject(3, LocalDate.class);
        notice.shipFrom = row.getString(4);
        notice.shipTo = row.getString(5);
        notice.shipToId = row.getString(6);
        notice.carrier = row.getString(7);
        notice.billOfLading = row.getString(8);
        notice.site = row.getString(9);
        notice.open = row.getBoolean(10);
        notice.keyData = row.getString(11);
        notice.noticeLines = new ArrayList<>();
        notice.lines = new ArrayList<>();
        found = Optional.of(notice);
    }

    /** Of a notice that came between the two statements nothing is locked, so it is not there yet. */
    void line(ResultSet row) throws SQLException {
        if (found.isEmpty()) {
            return;
        }
        ExpectedReceiptEntity notice = found.get();
        notice.noticeLines.add(new NoticeLinePart(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class),
                quantity(row, 9),
                row.getString(11),
                row.getString(12),
                row.getString(31)));
        notice.lines.add(new ReceiptLinePart(
                row.getInt(13),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getObject(17, LocalDate.class),
                row.getObject(18, LocalDate.class),
                row.getString(19),
                row.getString(20),
                quantity(row, 21),
                quantity(row, 23),
                quantity(row, 25),
                new OrderLinePart(Coded.of(DocumentType.class, row.getString(27)), row.getString(28), row.getInt(29)),
                row.getString(30)));
    }

    /** @return the notice with the lines that were read since this was asked last; empty when there is no such notice */
    Optional<ExpectedReceipt> taken() {
        return found.map(notice -> {
            ExpectedReceipt taken = notice.toReceipt();
            notice.noticeLines = new ArrayList<>();
            notice.lines = new ArrayList<>();
            return taken;
        });
    }

    private static QuantityPart quantity(ResultSet row, int column) throws SQLException {
        return new QuantityPart(row.getBigDecimal(column), row.getString(column + 1));
    }
}
