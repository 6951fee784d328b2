package org.lottrace.trace.drawing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quality.LotDisposition;

/**
 * What a drawing says of lots and parties beside the trace. What is missing is left out of the drawing, never guessed.
 *
 * @param items what the items are
 * @param parties names for people
 * @param states of lots; one that is not here is {@link LotState#UNKNOWN}
 * @param numbers on the goods, where they differ from the key
 */
public record TraceFacts(
        Map<ItemNumber, Item> items,
        Map<PartyId, String> parties,
        Map<LotKey, LotState> states,
        Map<LotKey, LotNumber> numbers) {
    /** Nothing but what the trace itself says. */
    public static final TraceFacts NONE = new TraceFacts(Map.of(), Map.of(), Map.of(), Map.of());

    public TraceFacts {
        items = Map.copyOf(items);
        parties = Map.copyOf(parties);
        states = Map.copyOf(states);
        numbers = Map.copyOf(numbers);
    }

    /**
     * @param lots their expiry and number are used
     * @param notSellable what was decided of lots; also of lots that are not in {@code lots}
     * @param today the calendar date at the reader's site
     */
    public static TraceFacts of(
            Collection<Item> items,
            Collection<Party> parties,
            Collection<Lot> lots,
            Collection<LotDisposition> notSellable,
            LocalDate today) {
        Map<LotKey, Disposition> decided = notSellable.stream()
                .collect(Collectors.toMap(LotDisposition::lot, LotDisposition::disposition, (first, same) -> first));
        Map<LotKey, LotState> states = new HashMap<>();
        decided.forEach((lot, disposition) -> {
            if (disposition != Disposition.SELLABLE) {
                states.put(lot, disposition == Disposition.RECALLED ? LotState.RECALLED : LotState.ON_HOLD);
            }
        });
        lots.forEach(lot ->
                states.put(lot.key(), LotState.of(lot, decided.getOrDefault(lot.key(), Disposition.SELLABLE), today)));
        return new TraceFacts(
                items.stream().collect(Collectors.toMap(Item::number, Function.identity(), (first, same) -> first)),
                parties.stream().collect(Collectors.toMap(Party::id, Party::name, (first, same) -> first)),
                states,
                lots.stream()
                        .filter(lot -> lot.corrected().isPresent())
                        .collect(Collectors.toMap(Lot::key, Lot::number, (first, same) -> first)));
    }

    /** @return what the item is called; empty when it is unknown */
    public String description(ItemNumber item) {
        return Optional.ofNullable(items.get(item)).map(Item::description).orElse("");
    }

    /** @return the column of an item; empty when it is unknown */
    public Optional<Stage> stage(ItemNumber item) {
        return Optional.ofNullable(items.get(item)).map(known -> switch (known.type()) {
            case RAW_MATERIAL, PACKAGING -> Stage.RAW;
            case SEMI_FINISHED -> Stage.INTERMEDIATE;
            case FINISHED_GOOD -> Stage.FINISHED;
        });
    }
}
