package org.lottrace.persistence.internal.order;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.partner.LongList;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.persistence.internal.value.TextColumn;

/** A row of {@code expected_receipt} with its notice. The sender's date and time has no zone: it is text, as it came. */
@Entity
@Table(name = "expected_receipt")
public class ExpectedReceiptEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "expected_receipt")
    @SequenceGenerator(name = "expected_receipt", sequenceName = "surrogate_id", allocationSize = 50)
    Long id;

    @Column(name = "sender", length = 20)
    String sender;

    @Column(name = "notice_number", length = 30)
    String noticeNumber;

    @Column(name = "created", length = 29)
    String created;

    @Column(name = "ship_date")
    LocalDate shipDate;

    @Column(name = "ship_from", length = 13)
    String shipFrom;

    @Column(name = "ship_to", length = 13)
    String shipTo;

    @Column(name = "ship_to_id", length = TextColumn.LENGTH)
    String shipToId;

    @Column(name = "carrier", length = TextColumn.LENGTH)
    String carrier;

    @Column(name = "bill_of_lading", length = TextColumn.LENGTH)
    String billOfLading;

    @Column(name = "key_data", length = KeyDataText.LENGTH)
    String keyData;

    @Column(name = "site", length = 10)
    String site;

    @Column(name = "is_open")
    boolean open;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "ship_notice_line", joinColumns = @JoinColumn(name = "receipt_id"))
    @OrderColumn(name = "part")
    List<NoticeLinePart> noticeLines;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "expected_receipt_line", joinColumns = @JoinColumn(name = "receipt_id"))
    @OrderColumn(name = "part")
    List<ReceiptLinePart> lines;

    protected ExpectedReceiptEntity() {}

    ExpectedReceiptEntity(ExpectedReceipt receipt) {
        ShipNotice notice = receipt.notice();
        sender = notice.id().sender().value();
        noticeNumber = notice.id().number();
        created = notice.created().toString();
        shipDate = notice.shipDate();
        shipFrom = notice.shipFrom().map(Gln::value).orElse(null);
        shipTo = notice.shipTo().map(Gln::value).orElse(null);
        shipToId = notice.shipToId();
        carrier = notice.carrier();
        billOfLading = notice.billOfLading();
        keyData = KeyDataText.of(notice.keyData());
        site = receipt.site().value();
        open = receipt.isOpen();
        noticeLines = rows(notice.lines(), NoticeLinePart::of);
        lines = rows(receipt.lines(), ReceiptLinePart::of);
    }

    /** Those of a large notice are made when they are written. */
    private static <L, R> List<R> rows(List<L> lines, Function<L, R> row) {
        return lines instanceof LongList
                ? LongList.of(lines.size(), i -> row.apply(lines.get(i)))
                : lines.stream().map(row).toList();
    }

    ExpectedReceipt toReceipt() {
        return new ExpectedReceipt(
                notice(),
                new SiteId(site),
                lines.stream().map(ReceiptLinePart::toLine).toList());
    }

    private ShipNotice notice() {
        return new ShipNotice(
                new ShipNoticeId(new PartyId(sender), noticeNumber),
                LocalDateTime.parse(created),
                shipDate,
                Optional.ofNullable(shipFrom).map(Gln::new),
                Optional.ofNullable(shipTo).map(Gln::new),
                shipToId,
                carrier,
                billOfLading,
                noticeLines.stream().map(NoticeLinePart::toLine).toList(),
                KeyDataText.read(keyData));
    }
}
