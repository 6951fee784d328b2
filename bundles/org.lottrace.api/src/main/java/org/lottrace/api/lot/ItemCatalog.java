package org.lottrace.api.lot;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** The items the ERP system has told about. */
@ProviderType
public interface ItemCatalog {
    /**
     * Adds the items, or replaces those already known. Idempotent; all or nothing; joins the caller's unit of work.
     *
     * @return every problem found: {@code GTIN_IN_USE} by another item, {@code BASE_UNIT_CHANGED} for an item that has
     *     lots, {@code PACK_UNIT_REPEATED}, {@code ATTRIBUTE_UNKNOWN} (mandatory, and of no lot),
     *     {@code CATCH_WEIGHT_TOLERANCE_UNUSED} (of an item that is not counted by catch weight); empty when all were stored
     */
    @Operation(
            name = "item.save",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA},
            repeat = Repeat.SAME_STATE,
            refusals = {
                "GTIN_IN_USE",
                "BASE_UNIT_CHANGED",
                "PACK_UNIT_REPEATED",
                "ATTRIBUTE_UNKNOWN",
                "CATCH_WEIGHT_TOLERANCE_UNUSED"
            })
    List<Violation> save(List<Item> items);

    /** @return the item, or empty when the number is unknown */
    @Operation(name = "item.find")
    Optional<Item> find(ItemNumber number);

    /** @return the item with that trade item number, or empty */
    @Operation(name = "item.find-by-gtin")
    Optional<Item> find(Gtin gtin);

    /**
     * @param numbers which; one that is unknown is left out
     * @return each once, by number
     */
    @Operation(name = "item.find-all")
    List<Item> findAll(Collection<ItemNumber> numbers);

    /** @return all items by number */
    @Operation(name = "item.list")
    List<Item> all();
}
