package org.lottrace.genealogy.internal.graph;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.lottrace.api.quantity.Quantity;

/**
 * What there is of each lot, by place and logistic unit. Laid over another, it copies what it changes.
 */
final class StockTable {
    /**
     * The balances of one lot, by position; never changed.
     *
     * @param positions place and logistic unit
     * @param quantities numbers of the quantities
     */
    record Balances(long[] positions, int[] quantities) {
        static final Balances NONE = new Balances(new long[0], new int[0]);

        static int place(long position) {
            return (int) (position >>> 32);
        }

        static int container(long position) {
            return (int) position;
        }
    }

    private final StockTable under;
    private final Quantities quantities;
    private final Map<Integer, Balances> byLot = new HashMap<>();
    /** The keys of the map: most lots are gone, and this is asked without leaving the cache. */
    private final BitSet known = new BitSet();

    StockTable(Quantities quantities) {
        this(null, quantities);
    }

    private StockTable(StockTable under, Quantities quantities) {
        this.under = under;
        this.quantities = quantities;
    }

    /** @param overQuantities laid over those of this table */
    StockTable over(Quantities overQuantities) {
        return new StockTable(this, overQuantities);
    }

    Balances of(int lot) {
        if (known.get(lot)) {
            return byLot.get(lot);
        }
        return under == null ? Balances.NONE : under.of(lot);
    }

    boolean isIn(int lot, int container) {
        return Arrays.stream(of(lot).positions).anyMatch(position -> Balances.container(position) == container);
    }

    void add(int lot, int place, int container, Quantity change) {
        Balances before = of(lot);
        long position = (long) place << 32 | container;
        int index = Arrays.binarySearch(before.positions, position);
        Balances after;
        if (index < 0) {
            after = with(before, -index - 1, position, change);
        } else {
            Quantity sum = quantities.get(before.quantities[index]).plus(change);
            after = sum.isZero() ? without(before, index) : replaced(before, index, sum);
        }
        if (after.positions.length == 0 && under == null) {
            byLot.remove(lot);
            known.clear(lot);
        } else {
            byLot.put(lot, after);
            known.set(lot);
        }
    }

    /** An estimate: entry, key and two small arrays for each lot in stock. */
    long bytes() {
        return byLot.values().stream()
                .mapToLong(b -> 112L + 12L * b.positions.length)
                .sum();
    }

    void save(SnapshotWriter out) throws IOException {
        IntColumn lots = new IntColumn();
        IntColumn places = new IntColumn();
        IntColumn containers = new IntColumn();
        IntColumn amounts = new IntColumn();
        byLot.forEach((lot, balances) -> {
            for (int i = 0; i < balances.positions.length; i++) {
                lots.add(lot);
                places.add(Balances.place(balances.positions[i]));
                containers.add(Balances.container(balances.positions[i]));
                amounts.add(balances.quantities[i]);
            }
        });
        for (IntColumn column : new IntColumn[] {lots, places, containers, amounts}) {
            column.save(out);
        }
    }

    void load(SnapshotReader in) throws IOException {
        int[] lots = in.ints();
        int[] places = in.ints();
        int[] containers = in.ints();
        int[] amounts = in.ints();
        for (int i = 0; i < lots.length; i++) {
            add(lots[i], places[i], containers[i], quantities.get(amounts[i]));
        }
    }

    private Balances with(Balances before, int index, long position, Quantity quantity) {
        int length = before.positions.length;
        long[] positions = Arrays.copyOf(before.positions, length + 1);
        int[] amounts = Arrays.copyOf(before.quantities, length + 1);
        System.arraycopy(before.positions, index, positions, index + 1, length - index);
        System.arraycopy(before.quantities, index, amounts, index + 1, length - index);
        positions[index] = position;
        amounts[index] = quantities.add(quantity);
        return new Balances(positions, amounts);
    }

    private Balances replaced(Balances before, int index, Quantity quantity) {
        int[] amounts = before.quantities.clone();
        amounts[index] = quantities.add(quantity);
        return new Balances(before.positions, amounts);
    }

    private static Balances without(Balances before, int index) {
        int length = before.positions.length;
        long[] positions = Arrays.copyOf(before.positions, length - 1);
        int[] amounts = Arrays.copyOf(before.quantities, length - 1);
        System.arraycopy(before.positions, index + 1, positions, index, length - index - 1);
        System.arraycopy(before.quantities, index + 1, amounts, index, length - index - 1);
        return new Balances(positions, amounts);
    }
}
