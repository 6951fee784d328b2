package org.lottrace.api.cost;

import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * One side of a draft entry.
 *
 * @param account where it would be posted
 * @param lot the lot it belongs to
 * @param quantity the quantity behind the amount, in the base unit
 * @param party the customer or supplier; absent for own stock
 * @param amount debit when positive, credit when negative
 * @param source what the amount was calculated from
 */
public record DraftLine(
        Account account, LotKey lot, Quantity quantity, Optional<PartyId> party, Money amount, Source source) {
    public DraftLine {
        Objects.requireNonNull(account);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(party);
        Objects.requireNonNull(amount);
        Objects.requireNonNull(source);
    }

    /** What an amount was calculated from. */
    public enum Source {
        /** What the lot cost, or cost in its shipment. */
        LOT_COST,
        /** The price of the sales order line the goods were shipped for. */
        SALES_PRICE
    }

    /** The accounts of a recall. The first three are those of {@link org.lottrace.api.cost.Account}. */
    public enum Account {
        INVENTORY,
        WORK_IN_PROCESS,
        COST_OF_GOODS_SOLD,
        /** Loss on goods that are worth nothing any more (IAS 2.34). */
        INVENTORY_WRITE_DOWN,
        /** Right to goods that customers still have (IFRS 15.B21(c)). */
        GOODS_TO_COME_BACK,
        /** What customers get back for what they paid. */
        CUSTOMER_CREDITS,
        /** Owed to customers and not credited yet. */
        CREDIT_ACCRUAL,
        /** Demanded from a supplier. */
        SUPPLIER_CLAIM,
        /** What suppliers make good. */
        RECALL_COMPENSATION
    }
}
