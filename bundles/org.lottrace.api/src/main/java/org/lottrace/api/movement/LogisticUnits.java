package org.lottrace.api.movement;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.DeliveryRules;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.LotUsability;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Logistic units: they nest, and move with all that is in them. Goods come into one by {@link MovementCapture#transfer} ({@code PACK}).
 *
 * <p>A unit is in one other unit at most, never in itself, and at one place with all that is in it: what moves alone out of a larger unit, by
 * whichever operation, is in it no longer. Each operation is one event, idempotent by its id, and one transaction. Source: EPCIS 2.0,
 * AggregationEvent.
 */
@Refusals(
        value = {
            LogisticUnits.UNITS_MISSING,
            LogisticUnits.LOGISTIC_UNIT_UNKNOWN,
            LogisticUnits.UNIT_SHIPPED,
            LogisticUnits.UNIT_ELSEWHERE
        },
        of = MovementCapture.class)
@ProviderType
public interface LogisticUnits {
    /** The request names no logistic unit. */
    String UNITS_MISSING = "UNITS_MISSING";

    /** Nothing was ever recorded of the logistic unit, or it is empty. */
    String LOGISTIC_UNIT_UNKNOWN = "LOGISTIC_UNIT_UNKNOWN";

    /** The logistic unit has left the company: of a report, it is a finding, and its goods have come back unexplained. */
    String UNIT_SHIPPED = "UNIT_SHIPPED";

    /** The logistic unit is at another place than the request says or supposes: of a report, it is a finding. */
    String UNIT_ELSEWHERE = "UNIT_ELSEWHERE";

    /** The logistic unit is in another one already: of a report, it is a finding. */
    String UNIT_NESTED = "UNIT_NESTED";

    /** The logistic unit is in none. */
    String UNIT_NOT_NESTED = "UNIT_NOT_NESTED";

    /** The larger unit is the smaller one, or in it. */
    String UNIT_IN_ITSELF = "UNIT_IN_ITSELF";

    /** @return the unit as it is now; empty when nothing was ever recorded of it */
    default Optional<LogisticUnit> find(Sscc unit) {
        return find(unit, AsOf.LATEST);
    }

    /**
     * Of the past it is told again from all events of the unit and of those in it: it takes time in proportion to them.
     *
     * @param asOf which events count: what was reversed since stands in an answer of before
     * @return the unit as it was; empty when nothing had been recorded of it
     */
    @Operation(name = "unit.find")
    Optional<LogisticUnit> find(Sscc unit, AsOf asOf);

    /**
     * @param before only events before that position; absent: the newest
     * @param limit at most so many, 1 to 1000
     * @return what happened to the unit itself, the newest first
     * @throws IllegalArgumentException if the limit is not 1 to 1000
     */
    @Operation(name = "unit.history")
    List<RecordedEvent> history(Sscc unit, Optional<Long> before, int limit);

    /**
     * Puts units into a larger one at the same place: an event of type {@code PACK}. What a report puts together is together, where the book
     * has the larger unit at the site, else one of the others: the event moves the rest there, and can be reversed.
     */
    @Operation(
            name = "unit.nest",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.RECEIVER, Role.PRODUCER, Role.SHIPPER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {UNIT_NESTED, UNIT_IN_ITSELF})
    Outcome<RecordedEvent> nest(UnitNesting nesting);

    /** Takes units out of the larger ones in which they are: an event of type {@code UNPACK}. */
    @Operation(
            name = "unit.take-out",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.RECEIVER, Role.PRODUCER, Role.SHIPPER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = UNIT_NOT_NESTED)
    Outcome<RecordedEvent> takeOut(UnitTakingOut takingOut);

    /** Empties a unit: an event of type {@code UNPACK}. Reserved goods stay reserved. */
    @Operation(
            name = "unit.unpack",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.RECEIVER, Role.PRODUCER, Role.SHIPPER},
            repeat = Repeat.ONCE_PER_ID)
    Outcome<RecordedEvent> unpack(UnitUnpacking unpacking);

    /**
     * Moves units with all that is in them: an event of type {@code TRANSFER}. Within a site reservations go along; between sites
     * reserved goods cannot go. Refused with {@code SAME_POSITION} for a unit that is there already.
     */
    @Operation(
            name = "unit.move",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.RECEIVER, Role.PRODUCER, Role.SHIPPER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = "SAME_POSITION")
    Outcome<RecordedEvent> move(UnitMove move);

    /**
     * Ships units with all that is in them, as {@link MovementCapture#ship} does: everything in them has to be reserved for the order. Units of
     * a report that the book has elsewhere came to the site before, by an event of type {@code TRANSFER} with the id of the request and {@code
     * :1}, {@code :2} …, whose case asks how.
     * Refused with the reasons of that.
     */
    @Operation(
            name = "unit.ship",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {
                "ORDER_UNKNOWN",
                "NOT_RESERVED",
                "SHIPMENT_NUMBER_IN_USE",
                "ORDER_LINE_UNKNOWN",
                "ITEM_NOT_ORDERED",
                "MORE_THAN_ORDERED",
                "SHIPPED_NOT_ORDERED"
            },
            refusalsOf = {LotUsability.class, DeliveryRules.class})
    Outcome<RecordedEvent> ship(UnitShipment shipment);
}
