package org.lottrace.persistence.internal.cost;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Optional;
import org.hibernate.annotations.Filter;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.value.MoneyPart;
import org.lottrace.persistence.internal.value.OrderLinePart;
import org.lottrace.persistence.internal.value.QuantityPart;

/** A row of {@code journal_line}. */
@Entity
@Table(name = "journal_line")
@Filter(name = OneBooks.COMMON, condition = OneBooks.IS_COMMON)
@Filter(name = OneBooks.OWN, condition = "company = :company")
public class JournalLineEntity {
    @EmbeddedId
    Key id;

    @Column(name = "account", length = 30)
    Account account;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "lot_id")
    LotEntity lot;

    @Embedded
    QuantityPart quantity;

    @Embedded
    OrderLinePart orderLine;

    @Embedded
    MoneyPart amount;

    /** That of its entry; empty in the common books. */
    @Column(name = "company", length = 20)
    String company;

    protected JournalLineEntity() {}

    JournalLineEntity(Key id, JournalLine line, LotRows lots, String company) {
        this.id = id;
        this.company = company;
        account = line.account();
        lot = line.lot().map(lots::get).orElse(null);
        quantity = line.quantity().map(QuantityPart::of).orElse(null);
        orderLine = line.orderLine().map(OrderLinePart::of).orElse(null);
        amount = MoneyPart.of(line.amount());
    }

    JournalLine toLine() {
        return new JournalLine(
                account,
                Optional.ofNullable(lot).map(LotEntity::key),
                Optional.ofNullable(quantity).map(QuantityPart::toQuantity),
                OrderLinePart.optional(orderLine),
                amount.toMoney());
    }

    /**
     * @param entryNumber the entry
     * @param part place in its list of lines, from 0
     */
    @Embeddable
    public record Key(
            @Column(name = "entry_number") long entryNumber,
            @Column(name = "part") int part) implements Serializable {}
}
