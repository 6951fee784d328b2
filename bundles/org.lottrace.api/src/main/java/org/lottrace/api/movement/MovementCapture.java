package org.lottrace.api.movement;

import org.lottrace.api.allocation.DeliveryRules;
import org.lottrace.api.event.EventTimes;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.LotUsability;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Captures what happens to lots: one operation for each critical tracking event.
 *
 * <p>Every operation is one transaction (it joins the caller's unit of work or opens one, which it may share with others
 * that come at the same time; each is recorded or refused for itself), idempotent by the event id,
 * and ends in one event of the ledger or in a refusal with every reason; after a refusal nothing has changed. Besides
 * the reasons of {@link org.lottrace.api.event.Ledger#append} all refuse with {@code SITE_UNKNOWN},
 * {@code LOCATION_UNKNOWN}, {@code LOT_UNKNOWN}, {@code LOT_AMBIGUOUS}, {@code UNIT_UNKNOWN},
 * {@code QUANTITY_NOT_POSITIVE}, {@code QUANTITY_NOT_EXACT} (the base unit cannot express it) and {@code LINES_MISSING}.
 * A report that does not say which of several lots of an item moved ({@code LOT_AMBIGUOUS}) is recorded on a lot of its own, with the
 * number and {@code ?} behind it, which may contain each of them, until {@link Corrections#restate} says which;
 * requests are refused also with {@code QUANTITY_NOT_WHOLE} and {@code SERIAL_NOT_ONE}, as the item's profile wants it, which are findings
 * of a report. What is said of goods besides is refused with {@code KEY_DATA_WRONG}. Findings of a report, and reasons to refuse a
 * request: {@code WEIGHT_OUT_OF_TOLERANCE} (weight and pieces of a catch weight do not fit what came of the lot), and of serial numbers
 * {@code SERIAL_MISSING} (goods that cross the border of the own stock and whose pieces have them), {@code SERIAL_COUNT_DIFFERS} (more or fewer
 * than pieces), {@code SERIAL_NOT_THERE} (it is not in stock, so it cannot go), {@code SERIAL_THERE} (it is in stock, so it cannot
 * come). {@code SERIAL_REPEATED} contradicts itself;
 * a violation's field is {@code lines[n]…} counted from 1. When a unit of work was joined, a refusal may have marked it
 * for rollback.
 *
 * <p>A request is refused for every rule that goods or people would break; a report ({@link org.lottrace.api.event.Basis}) of
 * what has happened is recorded, and says in {@link org.lottrace.api.event.KeyDataElement#FINDING} what was broken. Only what
 * contradicts itself refuses a report. A request is judged by the state at its own time: a lot that was stopped later is
 * noted, too. What a report takes from others' reservations they lose: {@code RESERVATION_LOST}.
 * What the book has too little of for a report is recorded before it as an event of type {@code GAIN}
 * ({@code STOCK_UNEXPLAINED}); whatever is recorded later and had brought it there by then reverses the gain, as far as it goes.
 *
 * <p>An item, site, location or supplier that is closed ({@link org.lottrace.api.master.Masters}) takes nothing in: a receipt, an arrival,
 * a move, an output, opening stock, the return of a customer or a dispatch into it, and a lot that nobody had told of and a count finds, is
 * refused with {@code MASTER_CLOSED} when it is a request, and recorded with that finding
 * when it is a report. What is there goes on and leaves as before, and what was sold of a
 * closed item, or to a closed customer, comes back.
 *
 * <p>Where a right says who may create, number or split lots ({@link org.lottrace.api.right.LotRights}), a request of others is refused with
 * {@code LOT_RIGHT_MISSING}, and a report recorded with that finding. A lot number with a blank is a partner's: it is kept, and noted with
 * {@code LOT_NUMBER_WITH_BLANK} when the lot is new; a request that gives such a number to a lot of ours is refused with it.
 *
 * <p>An event id that is already in the ledger is answered {@code AlreadyDone} before anything that depends on the
 * stock of today is looked at, provided the request says what the event says; otherwise it is refused with
 * {@code EVENT_ID_REUSED}.
 */
@Refusals(
        value = {
            "SITE_UNKNOWN",
            "LOCATION_UNKNOWN",
            "LOT_UNKNOWN",
            "LOT_AMBIGUOUS",
            "UNIT_UNKNOWN",
            "QUANTITY_NOT_POSITIVE",
            "QUANTITY_NOT_EXACT",
            "QUANTITY_NOT_WHOLE",
            "SERIAL_NOT_ONE",
            "KEY_DATA_WRONG",
            "WEIGHT_OUT_OF_TOLERANCE",
            "SERIAL_MISSING",
            "SERIAL_COUNT_DIFFERS",
            "SERIAL_NOT_THERE",
            "SERIAL_THERE",
            "SERIAL_REPEATED",
            "LINES_MISSING",
            "MASTER_CLOSED",
            "LOT_RIGHT_MISSING",
            "LOT_NUMBER_WITH_BLANK",
            "EVENT_ID_REUSED",
            "EVENT_ID_TOO_LONG",
            "RESERVATION_LOST",
            "STOCK_UNEXPLAINED",
            "COST_UNKNOWN"
        },
        of = {Ledger.class, EventTimes.class, LotMaster.class})
@ProviderType
public interface MovementCapture {
    /**
     * Registers the lots of a receipt and puts them into stock, whether they were announced and ordered or not. Refused with
     * {@code NOTHING_OPEN}, and {@code NOTICE_UNKNOWN} when no lines say what came; {@code LOT_MISSING} for
     * each open line of the notice that names no lot, when no lines say what lots came.
     *
     * <p>These are findings of a report and refuse a request. About the sender: {@code SUPPLIER_UNKNOWN} (the party is kept as told,
     * see {@link org.lottrace.api.partner.PartyRole#TOLD}). About the announcement: {@code NOTICE_UNKNOWN},
     * {@code NOTICE_MISSING} (of a supplier who sends notices), {@code LOT_NOT_ANNOUNCED}, {@code OVER_RECEIPT} (more than
     * the notice still announces of the lot, and than the tolerance). About the order: {@code ORDER_MISSING},
     * {@code ORDER_UNKNOWN}, {@code ORDER_OF_OTHER_SUPPLIER}, {@code ORDER_LINE_UNKNOWN}, {@code ORDER_LINE_CHANGED},
     * {@code ITEM_NOT_ORDERED}, {@code ORDER_EXCEEDED}. About the goods: {@code GOODS_DAMAGED} (the lot goes on hold with the
     * receipt), {@code LOT_EXPIRED}, {@code EXPIRY_MISSING}, {@code LOT_DIFFERS} (what is known of the lot stays),
     * {@code ATTRIBUTE_DIFFERS} (so do its attributes: correct the lot when the label is right), {@code ATTRIBUTE_MISSING} (a new
     * lot without all that the item's profile wants) and {@code CATCH_WEIGHT_MISSING}.
     * Nothing is refused for {@code LOT_NUMBER_SIMILAR}, which is a hint, nor for what differs from the notice: {@code LOT_SWAPPED} (its
     * logistic unit was announced with other lots), {@code UNIT_NOT_AS_ANNOUNCED}, {@code EXPIRY_NOT_AS_ANNOUNCED}; each is an exception case.
     *
     * <p>Goods are worth the price of their order line, else what the request says ({@code CURRENCY_NOT_FUNCTIONAL}), else
     * the last price of the item ({@code PRICE_ASSUMED}), else nothing ({@code PRICE_MISSING}); a price that was said beside
     * that of an order line is not used ({@code PRICE_DIFFERS}). A price in a foreign currency is recorded with the rate of the accounting
     * date; without one the goods are booked at nothing until they are invoiced ({@code RATE_MISSING}). A delivery that is short leaves the rest of its notice open.
     */
    @Operation(
            name = "movement.receive",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.RECEIVER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                "SUPPLIER_UNKNOWN",
                "NOTICE_UNKNOWN",
                "NOTICE_MISSING",
                "NOTHING_OPEN",
                "LOT_MISSING",
                "LOT_NOT_ANNOUNCED",
                "LOT_SWAPPED",
                "UNIT_NOT_AS_ANNOUNCED",
                "EXPIRY_NOT_AS_ANNOUNCED",
                "OVER_RECEIPT",
                "ORDER_MISSING",
                "ORDER_UNKNOWN",
                "ORDER_OF_OTHER_SUPPLIER",
                "ORDER_LINE_UNKNOWN",
                "ORDER_LINE_CHANGED",
                "ITEM_NOT_ORDERED",
                "ORDER_EXCEEDED",
                "GOODS_DAMAGED",
                "KEY_DATA_WRONG",
                "ATTRIBUTE_DIFFERS",
                "ATTRIBUTE_MISSING",
                "CATCH_WEIGHT_MISSING",
                "LOT_NUMBER_SIMILAR",
                "LOT_EXPIRED",
                "CURRENCY_NOT_FUNCTIONAL",
                "PRICE_DIFFERS",
                "PRICE_ASSUMED",
                "PRICE_MISSING",
                "RATE_MISSING"
            },
            refusalsOf = {LotMaster.class})
    Outcome<RecordedEvent> receive(Receipt receipt);

    /**
     * Moves goods within or between own sites. {@code PICK} and {@code PACK} take the reservations of the goods along; the
     * others leave reserved goods where they are. Refused with {@code SAME_POSITION} for goods that are already there, and
     * with {@code LOTS_INCOMPATIBLE} for goods that would come into one logistic unit with what they are to be kept apart
     * from ({@link org.lottrace.api.lot.Segregation}). What must not be used is refused by {@code PICK}, and by {@code PACK}
     * when it is not reserved, with the reasons of {@link LotUsability}; what the rules forbid the customer for whose order it is
     * reserved is refused by {@code PICK}, with the reasons of {@link DeliveryRules}.
     *
     * @param type {@code PUT_AWAY}, {@code TRANSFER}, {@code PICK} or {@code PACK}
     * @throws IllegalArgumentException if the type is another one
     */
    @Operation(
            name = "movement.transfer",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.RECEIVER, Role.PRODUCER, Role.SHIPPER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"SAME_POSITION", "LOTS_INCOMPATIBLE"},
            refusalsOf = {LotUsability.class, DeliveryRules.class})
    Outcome<RecordedEvent> transfer(EventType type, Transfer transfer);

    /**
     * Sends goods to another own site: the first half of a transfer, an event of type {@code TRANSFER}. What is reserved for others
     * stays; what is reserved for the transfer order that is named is used, and what the order does not want any more then is given back. Held and recalled lots may travel, as in any transfer, and stay held and recalled. Refused with
     * {@code SAME_SITE}, and with {@code LOTS_INCOMPATIBLE} as {@link #transfer} is. Findings of a report, and reasons to refuse a request:
     * {@code ORDER_UNKNOWN}, {@code OTHER_SITE} (the order is between other sites), {@code ITEM_NOT_ORDERED}, {@code MORE_THAN_ORDERED}, and
     * {@code NOT_RESERVED} when no goods are named and nothing is reserved for the order.
     */
    @Operation(
            name = "movement.dispatch",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                "SAME_SITE",
                "LOTS_INCOMPATIBLE",
                "ORDER_UNKNOWN",
                "OTHER_SITE",
                "ITEM_NOT_ORDERED",
                "MORE_THAN_ORDERED",
                "NOT_RESERVED"
            })
    Outcome<RecordedEvent> dispatch(Dispatch dispatch);

    /**
     * Takes in goods that were sent to an own site: the second half, another event of type {@code TRANSFER}. Refused with
     * {@code UNIT_NOT_IN_TRANSIT} for a logistic unit of which nothing is on that road, and with
     * {@code LOTS_INCOMPATIBLE} as {@link #transfer} is. Of a report, a unit that the book has at another site or on another road comes from
     * there, which is a finding.
     */
    @Operation(
            name = "movement.arrive",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.RECEIVER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"UNIT_NOT_IN_TRANSIT", "LOTS_INCOMPATIBLE"})
    Outcome<RecordedEvent> arrive(Arrival arrival);

    /**
     * Takes lots from stock into a production order. Refused with the reasons of the usability predicate for a lot that
     * is held, recalled or expired, and with {@code LOTS_INCOMPATIBLE} for a lot that is to be kept apart from another one
     * of the request, or from one the order has consumed since its last output
     * ({@link org.lottrace.api.lot.Segregation}).
     *
     * <p>When the order is planned ({@link org.lottrace.api.order.ProductionOrders}), these are findings of a report and refuse a
     * request: {@code ORDER_CLOSED}, {@code OTHER_SITE}, {@code ITEM_NOT_PLANNED} (what the order makes may go in again),
     * {@code MORE_THAN_PLANNED} (with scrap and tolerance).
     */
    @Operation(
            name = "movement.consume",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.PRODUCER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"LOTS_INCOMPATIBLE", "ORDER_CLOSED", "OTHER_SITE", "ITEM_NOT_PLANNED", "MORE_THAN_PLANNED"},
            refusalsOf = {LotUsability.class})
    Outcome<RecordedEvent> consume(Consumption consumption);

    /**
     * Makes output lots of everything the order consumed since its last output, and stores the edges. When it consumed nothing
     * since, the output is a later one of what was consumed before it came out: it takes its share of that ({@link
     * org.lottrace.api.event.Round}), of each consumption that it may be of. A report is recorded even when nobody has told of any consumption ({@code NOTHING_CONSUMED}; the
     * lot is made of nothing then, costs nothing, and the certificate says so, until the consumption is told and the output is reversed and reported again), or when
     * its number is that of a lot that the order did not make ({@code LOT_NUMBER_IN_USE}; that lot gets more). Refused with {@code NOTHING_CONSUMED} (nothing at all), {@code ITEM_UNKNOWN}, {@code LOT_NUMBER_IN_USE} (a report
     * only when the order consumed that lot) or {@code LOT_NUMBER_INVALID} (the site's
     * template gives none for this line and shift), {@code KEY_DATA_WRONG}, {@code ATTRIBUTE_DIFFERS},
     * {@code ATTRIBUTE_MISSING} or {@code CATCH_WEIGHT_MISSING}. The lot's production date is the local date of the event.
     *
     * <p>When the order is planned, these are findings of a report and refuse a request: {@code ORDER_CLOSED},
     * {@code OTHER_SITE}, {@code OTHER_WORK_CENTRE}, {@code ITEM_NOT_PLANNED}, {@code MORE_THAN_PLANNED}.
     */
    @Operation(
            name = "movement.produce",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.PRODUCER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                "NOTHING_CONSUMED",
                "ITEM_UNKNOWN",
                "LOT_NUMBER_IN_USE",
                "LOT_NUMBER_INVALID",
                "KEY_DATA_WRONG",
                "ATTRIBUTE_DIFFERS",
                "ATTRIBUTE_MISSING",
                "CATCH_WEIGHT_MISSING",
                "ORDER_CLOSED",
                "OTHER_SITE",
                "OTHER_WORK_CENTRE",
                "ITEM_NOT_PLANNED",
                "MORE_THAN_PLANNED"
            },
            refusalsOf = {LotMaster.class})
    Outcome<RecordedEvent> produce(Production production);

    /**
     * Hands reserved goods to the customer. Refused with {@code ORDER_UNKNOWN} (a report that names a customer is recorded with that finding: the
     * goods count for the order when it is sent), {@code CUSTOMER_UNKNOWN} (a report is recorded, and the party kept as told), {@code CUSTOMER_DIFFERS} (the order is somebody else's; a report is recorded), {@code NOT_RESERVED} (more of a lot at a
     * position than is reserved for that order line), {@code SHIPMENT_NUMBER_IN_USE} (a report is recorded under that number with {@code #2} behind
     * it, or the next that is free), the reasons of the usability
     * predicate, or those of {@link DeliveryRules} on the day on which the goods arrive, unless somebody took them against the rules
     * ({@link org.lottrace.api.allocation.AllocationDecisions#takeOther}). A report that names a line which is not there ({@code ORDER_LINE_UNKNOWN}) or is for another item ({@code ITEM_NOT_ORDERED})
     * counts for the line that wants the item. It says when it is {@code MORE_THAN_ORDERED}, and when no line ordered the item
     * ({@code SHIPPED_NOT_ORDERED}; the goods count for no line); what the order line does not want any more is given back.
     */
    @Operation(
            name = "movement.ship",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                "ORDER_UNKNOWN",
                "CUSTOMER_UNKNOWN",
                "CUSTOMER_DIFFERS",
                "NOT_RESERVED",
                "SHIPMENT_NUMBER_IN_USE",
                "ORDER_LINE_UNKNOWN",
                "ITEM_NOT_ORDERED",
                "MORE_THAN_ORDERED",
                "SHIPPED_NOT_ORDERED"
            },
            refusalsOf = {LotUsability.class, DeliveryRules.class})
    Outcome<RecordedEvent> ship(Shipment shipment);

    /**
     * Takes goods back from a customer. Refused with {@code SHIPMENT_UNKNOWN} when no customer is named either.
     * Findings of a report, and reasons to refuse a request: {@code CUSTOMER_UNKNOWN} (the party is kept as told), {@code SHIPMENT_UNKNOWN},
     * {@code SHIPMENT_MISSING} (none is named), {@code RETURN_EXCEEDS_SHIPMENT} (more of a lot than left and is not back
     * yet).
     */
    @Operation(
            name = "movement.take-back",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.RECEIVER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"SHIPMENT_UNKNOWN", "SHIPMENT_MISSING", "RETURN_EXCEEDS_SHIPMENT", "CUSTOMER_UNKNOWN"})
    Outcome<RecordedEvent> takeBack(CustomerReturn customerReturn);

    /**
     * Gives goods back to a supplier: takes them out of stock at their own cost, which is owed no longer. Held and recalled
     * lots may go. Findings of a report, and reasons to refuse a request: {@code SUPPLIER_UNKNOWN} (the party is kept as told),
     * {@code NOT_FROM_SUPPLIER} (the lot was never received from there).
     */
    @Operation(
            name = "movement.return-to-supplier",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.RECEIVER, Role.SHIPPER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"SUPPLIER_UNKNOWN", "NOT_FROM_SUPPLIER"})
    Outcome<RecordedEvent> returnToSupplier(SupplierReturn supplierReturn);

    /**
     * Books the differences of a count to the book at the time of the count; what moved since then keeps its effect. A count
     * without a difference is recorded, too. Refused with {@code COUNTED_TWICE} (the same lot at the same position on two
     * lines). What is on the road to the site can be counted too.
     *
     * <p>A lot that nobody has told of is registered when issuer and item are named ({@code LOT_UNKNOWN},
     * {@code EXPIRY_MISSING}). What was counted away leaves less than is reserved: the newest reservations give way, and
     * their orders are short ({@code RESERVED_MISSING}). When so much left after the count that the stock of now would go
     * below zero, it becomes zero ({@code COUNT_CONTRADICTS_LATER}). All of these are findings of a report and refuse a
     * request, the one about reservations with {@code STOCK_RESERVED}.
     */
    @Operation(
            name = "movement.count",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.CONTROLLER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"COUNTED_TWICE", "COUNT_CONTRADICTS_LATER", "RESERVED_MISSING", "LOT_NUMBER_SIMILAR"},
            refusalsOf = {LotMaster.class})
    Outcome<RecordedEvent> count(StockCount count);

    /**
     * Registers lots that were there before anything was recorded, and puts them into stock at what they are worth. Refused
     * with {@code OPENED_ALREADY} for a lot that has opening stock at the position already (list the lot there once, or
     * count it), with {@code CURRENCY_NOT_FUNCTIONAL} for a cost in another currency than the books, and with the reasons
     * of {@link LotMaster}.
     */
    @Operation(
            name = "movement.open",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.CONTROLLER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"OPENED_ALREADY", "CURRENCY_NOT_FUNCTIONAL", "ITEM_UNKNOWN"},
            refusalsOf = {LotMaster.class})
    Outcome<RecordedEvent> open(OpeningStock opening);

    /**
     * Makes lots of goods of other lots, without processing them, and stores the edges: {@code SPLIT} (of one lot),
     * {@code MERGE} (of several into one), {@code RELABEL} (of one into one) or {@code REPACK} (of any into any, perhaps of
     * another item). Nothing is lost: what was taken is what came out. The new lots have the earliest dates of their inputs, the
     * attributes that all of them have, a hold or recall when one of them has, and their value.
     *
     * <p>Refused with {@code LOTS_DO_NOT_FIT} (not so many lots as the type is about), {@code ITEMS_DIFFER} (only a
     * {@code REPACK} makes another item), {@code QUANTITY_DIFFERS}, {@code QUANTITY_MISSING} (several outputs say each how
     * much), {@code LOT_NUMBER_IN_USE} (a report only when that lot was taken, else it gets more), {@code LOT_NUMBER_INVALID}, {@code ITEM_UNKNOWN}, and with
     * {@code LOTS_INCOMPATIBLE} as {@link #transfer} is.
     *
     * @throws IllegalArgumentException if the type is another one
     */
    @Operation(
            name = "movement.transform",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.PRODUCER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                "LOTS_DO_NOT_FIT",
                "ITEMS_DIFFER",
                "QUANTITY_DIFFERS",
                "QUANTITY_MISSING",
                "LOT_NUMBER_IN_USE",
                "LOT_NUMBER_INVALID",
                "ITEM_UNKNOWN",
                "LOTS_INCOMPATIBLE"
            },
            refusalsOf = {LotMaster.class})
    Outcome<RecordedEvent> transform(EventType type, Transformation transformation);

    /**
     * Takes destroyed goods out of stock, also such that were on the road to the site. Where the site asks for it
     * ({@code witness.sites}), {@code REASON_MISSING} and {@code WITNESS_MISSING} are findings of a report and refuse a request, as
     * everywhere {@code WITNESS_SAME}: nobody is the witness of the own act.
     */
    @Operation(
            name = "movement.dispose",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.QUALITY},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"REASON_MISSING", "WITNESS_MISSING", "WITNESS_SAME", "TEXT_TOO_LONG"})
    Outcome<RecordedEvent> dispose(Disposal disposal);

    /**
     * Takes samples out of stock: an event of type {@code SAMPLE}. Lots may be held or expired; what is sampled is no stock any more,
     * also when the sample is kept. Refused with {@code PURPOSE_MISSING}.
     */
    @Operation(
            name = "movement.sample",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.QUALITY, Role.RECEIVER, Role.PRODUCER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {"PURPOSE_MISSING", "TEXT_TOO_LONG"})
    Outcome<RecordedEvent> sample(Sampling sampling);
}
