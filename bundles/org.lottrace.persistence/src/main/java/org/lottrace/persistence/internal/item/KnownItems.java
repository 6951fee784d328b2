package org.lottrace.persistence.internal.item;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.Questions.Row;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;
import org.lottrace.persistence.internal.UnitMemory.Kind;

/**
 * The items that a unit of work has read. It goes on with an item as it was when it asked first, also when somebody changes it
 * meanwhile, unless it locks it.
 */
public final class KnownItems {
    /** So many columns of an item come before those of what is asked beside it. */
    public static final int COLUMNS = ItemEntity.COLUMNS;

    private static final Kind<ItemNumber, Optional<Item>> ITEMS = Kind.ofTheUnit();
    private static final Kind<Gtin, Optional<ItemNumber>> BY_GTIN = Kind.ofTheUnit();
    private static final Kind<ItemNumber, Boolean> LOCKED = Kind.ofTheUnit();

    private KnownItems() {}

    /** Locks the rows of the items in one order for all, and reads them as the last commit left them. */
    public static List<Item> lock(CurrentSession current, Collection<ItemNumber> numbers) {
        List<ItemNumber> all = numbers.stream()
                .distinct()
                .sorted(Comparator.comparing(ItemNumber::value)) // also from chunk to chunk
                .toList();
        List<ItemNumber> notYet = all.stream()
                .filter(number -> current.memory().find(LOCKED, number).isEmpty())
                .toList();
        if (!notYet.isEmpty()) {
            lockRows(current, notYet);
        }
        return all.stream().flatMap(number -> find(current, number).stream()).toList();
    }

    private static void lockRows(CurrentSession current, List<ItemNumber> numbers) {
        Chunks.query(
                numbers,
                chunk -> lock(current, session -> session.createSelectionQuery(
                                "select number from ItemEntity where number = any_text(:numbers, 0) order by number",
                                String.class)
                        .setParameter("numbers", texts(chunk))));
        read(current, numbers);
    }

    /**
     * Locks the items that a query finds. What was known of them before is forgotten.
     *
     * @param query gives their numbers in order
     */
    public static List<ItemNumber> lock(
            CurrentSession current, Function<StatelessSession, SelectionQuery<String>> query) {
        List<ItemNumber> numbers = current.locking(session -> query.apply(session)
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultStream()
                .map(ItemNumber::new)
                .toList());
        locked(current, numbers);
        return numbers;
    }

    /** Tells that they are locked. What was known of them before is forgotten. */
    public static void locked(CurrentSession current, Collection<ItemNumber> numbers) {
        numbers.forEach(number -> {
            current.memory().learn(LOCKED, number, true);
            current.memory().forget(ITEMS, number);
        });
    }

    /** Tells what another store has read along, unless the item is known already. */
    public static void learn(CurrentSession current, ItemEntity row) {
        current.memory().get(ITEMS, new ItemNumber(row.number), none -> Optional.of(row.toItem()));
    }

    static Optional<Item> find(CurrentSession current, ItemNumber number) {
        return current.memory().find(ITEMS, number).orElseGet(() -> read(current, List.of(number)).stream()
                .findFirst());
    }

    static Optional<Item> find(CurrentSession current, Gtin gtin) {
        return current.memory()
                .find(BY_GTIN, gtin)
                .orElseGet(() -> read(current, gtin))
                .flatMap(number -> find(current, number));
    }

    private static Optional<ItemNumber> read(CurrentSession current, Gtin gtin) {
        Optional<ItemEntity> row = current.call(
                session -> session.createSelectionQuery("from ItemEntity where gtin = :key", ItemEntity.class)
                        .setParameter("key", gtin.value())
                        .uniqueResultOptional());
        row.ifPresent(item -> learn(current, item));
        Optional<ItemNumber> number = row.map(item -> new ItemNumber(item.number));
        current.memory().learn(BY_GTIN, gtin, number);
        return number;
    }

    static List<Item> withNumbers(CurrentSession current, Collection<ItemNumber> numbers) {
        List<ItemNumber> unknown = numbers.stream()
                .distinct()
                .filter(number -> current.memory().find(ITEMS, number).isEmpty())
                .toList();
        read(current, unknown);
        return numbers.stream()
                .distinct()
                .flatMap(number -> find(current, number).stream())
                .sorted(Comparator.comparing(item -> item.number().value()))
                .toList();
    }

    static void forget(CurrentSession current) {
        current.memory().forget(ITEMS);
        current.memory().forget(BY_GTIN);
    }

    /** @return those that there are; outside a unit of work nothing is remembered of them */
    private static List<Item> read(CurrentSession current, Collection<ItemNumber> numbers) {
        List<Item> items = new ArrayList<>();
        Chunks.of(numbers).forEach(chunk -> {
            Questions questions = new Questions();
            ask(current, questions, chunk, items::add);
            current.ask(questions);
        });
        return items;
    }

    /** Asks for the items, and remembers the answer. */
    public static void ask(CurrentSession current, Questions questions, Collection<ItemNumber> numbers) {
        ask(current, questions, numbers, item -> {});
    }

    /**
     * Asks for the items that a query names, and remembers those that are there.
     *
     * @param which a query for their numbers
     * @param parameters of that query
     */
    public static void askNamed(CurrentSession current, Questions questions, String which, Object... parameters) {
        Map<String, ItemEntity> rows = new HashMap<>();
        questions
                .ask(ItemEntity.query("in (" + which + ")"), row -> read(rows, row), parameters)
                .then(() -> rows.values().forEach(item -> learn(current, item)));
    }

    /**
     * Asks for some rows together with their items, and remembers these.
     *
     * @param columns of the rows
     * @param rows a query with the column {@code item}
     * @param name what the columns call it
     * @param each is given each row, as often as its item has parts; its columns come behind {@link #COLUMNS} others
     * @param parameters of that query
     */
    public static void askBeside(
            CurrentSession current,
            Questions questions,
            String columns,
            String rows,
            String name,
            Row each,
            Object... parameters) {
        Map<String, ItemEntity> items = new HashMap<>();
        questions
                .ask(
                        ItemEntity.queryOf(columns, rows, name),
                        row -> {
                            read(items, row);
                            each.read(row);
                        },
                        parameters)
                .then(() -> items.values().forEach(item -> learn(current, item)));
    }

    private static void ask(
            CurrentSession current, Questions questions, Collection<ItemNumber> numbers, Consumer<Item> found) {
        Map<String, ItemEntity> rows = new HashMap<>();
        questions
                .ask(
                        ItemEntity.query("= any(?)"),
                        row -> read(rows, row),
                        ArrayParameter.texts(
                                numbers.stream().map(ItemNumber::value).toList()))
                .then(() -> numbers.forEach(number -> {
                    Optional<Item> item =
                            Optional.ofNullable(rows.get(number.value())).map(ItemEntity::toItem);
                    current.memory().learn(ITEMS, number, item);
                    item.ifPresent(found);
                }));
    }

    private static void read(Map<String, ItemEntity> rows, ResultSet row) throws SQLException {
        if (!rows.containsKey(row.getString(1))) {
            rows.put(row.getString(1), new ItemEntity(row));
        }
        rows.get(row.getString(1)).addPartsOf(row);
    }

    private static String[] texts(List<ItemNumber> numbers) {
        return numbers.stream().map(ItemNumber::value).toArray(String[]::new);
    }
}
