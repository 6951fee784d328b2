package org.lottrace.api.movement;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.EventTimes;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** What suppliers have announced. */
@ProviderType
public interface ExpectedReceipts {
    /**
     * Accepts a ship notice. Idempotent: the same notice again changes nothing. All or nothing; joins the caller's unit
     * of work or opens one.
     *
     * <p>The item is the one with the GTIN of the line or the receiver's item number, else the item on the order line
     * that LIN01 names. The order line is the one LIN01 names when the item is ordered there, else the only one with that
     * item. The site is the one with the ship-to GLN, else with the ship-to code, else that of the orders. An absent
     * expiry is computed from production date and shelf life.
     *
     * @param lots where the lots come from, as agreed with the sender
     * @return every problem, the field being {@code lines[n]…} counted from 1: {@code ORDER_UNKNOWN},
     *     {@code ORDER_OF_OTHER_SUPPLIER}, {@code ORDER_LINE_UNKNOWN} (also when several lines fit), {@code ITEM_UNKNOWN},
     *     {@code ITEM_CONTRADICTED} (GTIN and item number name different items),
     *     {@code ITEM_NOT_ORDERED}, {@code UNIT_UNKNOWN}, {@code LOT_MISSING} (unless lots are captured at receipt), {@code LOT_NUMBER_INVALID},
     *     {@code LOT_EXPIRED} (before the ship date), {@code QUANTITY_NOT_POSITIVE}, {@code QUANTITY_NOT_EXACT},
     *     {@code LINES_MISSING}, {@code SHIP_TO_UNKNOWN}, {@code KEY_DATA_WRONG} and {@code KEY_DATA_TOO_LONG} (see
     *     {@link org.lottrace.api.partner.NoticeKeyData}), {@code PROBLEMS_CUT_OFF} (more than 1,000; the lines behind them were not looked
     *     into), {@code NOTICE_DIFFERS} (known under this number with other
     *     content and no later date of creation; with a later one it is a replacement, as in {@link #replace}), and those of {@link org.lottrace.api.lot.LotMaster#register}, such as {@code EXPIRY_MISSING}; empty
     *     when it is expected now
     */
    @Operation(
            name = "expected-receipt.expect",
            roles = {Role.OPERATOR, Role.RECEIVER, Role.TRADING_PARTNER},
            repeat = Repeat.SAME_STATE,
            refusals = {
                "ORDER_UNKNOWN",
                "ORDER_OF_OTHER_SUPPLIER",
                "ORDER_LINE_UNKNOWN",
                "ITEM_UNKNOWN",
                "ITEM_CONTRADICTED",
                "ITEM_NOT_ORDERED",
                "UNIT_UNKNOWN",
                "LOT_MISSING",
                "LOT_NUMBER_INVALID",
                "LOT_EXPIRED",
                "QUANTITY_NOT_POSITIVE",
                "QUANTITY_NOT_EXACT",
                "LINES_MISSING",
                "SHIP_TO_UNKNOWN",
                "KEY_DATA_WRONG",
                "KEY_DATA_TOO_LONG",
                "PROBLEMS_CUT_OFF",
                "NOTICE_DIFFERS",
                "NOTICE_RECEIVED",
                "NOTICE_CLOSED"
            },
            refusalsOf = {LotMaster.class})
    List<Violation> expect(ShipNotice notice, LotCapture lots);

    /** Accepts a notice that names all its lots. For services among themselves. */
    default List<Violation> expect(ShipNotice notice) {
        return expect(notice, LotCapture.ANNOUNCED);
    }

    /**
     * Puts a ship notice in place of the one with its number (X12 BSN01 04 and 05, which come with the whole content). One that is
     * not known is accepted as in {@link #expect}. Idempotent: the same content again changes nothing. All or nothing; joins
     * the caller's unit of work or opens one.
     *
     * @param lots where the lots come from, as agreed with the sender
     * @return every problem as in {@link #expect}, and {@code NOTICE_RECEIVED} (something of it has come), {@code NOTICE_CLOSED}
     *     (it was cancelled or closed)
     */
    @Operation(
            name = "expected-receipt.replace",
            roles = {Role.OPERATOR, Role.RECEIVER, Role.TRADING_PARTNER},
            repeat = Repeat.SAME_STATE,
            refusals = {
                "ORDER_UNKNOWN",
                "ORDER_OF_OTHER_SUPPLIER",
                "ORDER_LINE_UNKNOWN",
                "ITEM_UNKNOWN",
                "ITEM_NOT_ORDERED",
                "UNIT_UNKNOWN",
                "LOT_MISSING",
                "LOT_NUMBER_INVALID",
                "LOT_EXPIRED",
                "QUANTITY_NOT_POSITIVE",
                "QUANTITY_NOT_EXACT",
                "LINES_MISSING",
                "SHIP_TO_UNKNOWN",
                "KEY_DATA_WRONG",
                "KEY_DATA_TOO_LONG",
                "PROBLEMS_CUT_OFF",
                "NOTICE_RECEIVED",
                "NOTICE_CLOSED"
            },
            refusalsOf = {LotMaster.class})
    List<Violation> replace(ShipNotice notice, LotCapture lots);

    /** Replaces a notice by one that names all its lots. For services among themselves. */
    default List<Violation> replace(ShipNotice notice) {
        return replace(notice, LotCapture.ANNOUNCED);
    }

    /**
     * Its sender takes a ship notice back (X12 BSN01 01): nothing of it is expected any more, and an event of type {@code
     * NOTICE_CLOSE} says so. Idempotent. Joins the caller's unit of work or opens one.
     *
     * @return every problem: {@code NOTICE_UNKNOWN}, {@code NOTICE_RECEIVED} (something of it has come); empty when nothing of it is
     *     expected now
     */
    @Operation(
            name = "expected-receipt.cancel",
            roles = {Role.OPERATOR, Role.RECEIVER, Role.TRADING_PARTNER},
            repeat = Repeat.SAME_STATE,
            refusals = {"NOTICE_UNKNOWN", "NOTICE_RECEIVED"},
            refusalsOf = {EventTimes.class, Ledger.class})
    List<Violation> cancel(ShipNoticeId id);

    /**
     * Closes the rest of a ship notice: nothing more of it is expected, and an event of type {@code NOTICE_CLOSE} says who
     * decided it and why. Idempotent by event id. Joins the caller's unit of work or opens one. Refused with
     * {@code NOTICE_UNKNOWN}, {@code NOTHING_OPEN}, {@code REASON_MISSING}, {@code EVENT_ID_REUSED} and the reasons of
     * {@link EventTimes}. Goods that come all the same are received and close the cases of what was short; when nothing had come before, they are more than announced. When a part has come, each line that is short and each
     * logistic unit of which nothing came is an exception case ({@code NOTICE_SHORT}, {@code UNIT_NOT_COME}), for which nothing is refused.
     */
    @Operation(
            name = "expected-receipt.close",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.RECEIVER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                "NOTICE_UNKNOWN",
                "NOTHING_OPEN",
                "NOTICE_SHORT",
                "UNIT_NOT_COME",
                Reason.MISSING,
                Reason.TOO_LONG,
                "EVENT_ID_REUSED"
            },
            refusalsOf = {EventTimes.class, Ledger.class})
    Outcome<RecordedEvent> close(NoticeClosing closing);

    /** @return the expected receipt, or empty */
    @Operation(name = "expected-receipt.find")
    Optional<ExpectedReceipt> find(ShipNoticeId id);

    /**
     * @param after the last notice of the page before, complete by now or not; empty for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of those with something still to come, by ship date, sender and number
     * @throws IllegalArgumentException if there is no notice {@code after}
     */
    @Operation(name = "expected-receipt.list-open")
    List<ExpectedReceipt> open(Optional<ShipNoticeId> after, int limit);
}
