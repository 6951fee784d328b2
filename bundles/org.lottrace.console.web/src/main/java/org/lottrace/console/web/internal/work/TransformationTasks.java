package org.lottrace.console.web.internal.work;

import static org.lottrace.console.web.internal.work.Field.optional;
import static org.lottrace.console.web.internal.work.Field.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.ShelfLifeBeginning;
import org.lottrace.api.movement.ShelfLives;
import org.lottrace.api.movement.Transformation;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.console.web.internal.work.Field.Kind;

/** Lots that become other lots, and goods that were opened or thawed. */
final class TransformationTasks {
    static final Task SPLIT = transformation("split", EventType.SPLIT, List.of());

    static final Task MERGE = transformation("merge", EventType.MERGE, List.of());

    static final Task RELABEL = transformation("relabel", EventType.RELABEL, List.of());

    static final Task REPACK = transformation(
            "repack",
            EventType.REPACK,
            List.of(optional("item", Kind.TEXT), optional("amount", Kind.TEXT), optional("unit", Kind.TEXT)));

    static final Task UNSEAL = shelfLife("unseal", ShelfLifeStart.OPENING);

    static final Task THAW = shelfLife("thaw", ShelfLifeStart.THAWING);

    private TransformationTasks() {}

    /** What is taken becomes one lot; another split of the rest is another form. */
    private static Task transformation(String name, EventType type, List<Field> more) {
        List<Field> fields = new ArrayList<>(List.of(
                required("number", Kind.TEXT),
                optional("lotNumber", Kind.TEXT),
                Field.TO_LOCATION,
                optional("container", Kind.TEXT)));
        fields.addAll(more);
        return new Task(name, "movement.transform", fields, Column.GOODS, false, entry -> {
            CaptureContext context = entry.context();
            Transformation.Output output = new Transformation.Output(
                    entry.given("item", ItemNumber.class),
                    entry.given("lotNumber", LotNumber.class),
                    amountIfGiven(entry),
                    entry.location(),
                    entry.container());
            Transformation transformation = new Transformation(
                    context, entry.text("number"), entry.rows().goods(), List.of(output));
            return visit -> visit.as(MovementCapture.class).transform(type, transformation);
        });
    }

    private static Optional<Quantity> amountIfGiven(Entry entry) {
        return entry.textIfGiven("amount").isEmpty()
                        && entry.textIfGiven("unit").isEmpty()
                ? Optional.empty()
                : Optional.of(
                        entry.amount("amount", entry.required("unit", UnitOfMeasure.class, new UnitOfMeasure("C62"))));
    }

    private static Task shelfLife(String name, ShelfLifeStart by) {
        List<Field> fields = List.of(
                required("lot", Kind.TEXT),
                optional("partAt", Kind.LOCATION),
                optional("amount", Kind.TEXT),
                optional("unit", Kind.TEXT),
                optional("container", Kind.TEXT),
                optional("lotNumber", Kind.TEXT));
        return new Task(name, "lot.begin-shelf-life", fields, List.of(), true, entry -> {
            ShelfLifeBeginning beginning = new ShelfLifeBeginning(
                    entry.context(),
                    by,
                    entry.required("lot", LotReference.class, LotReference.parse("NONE")),
                    part(entry));
            return visit -> visit.as(ShelfLives.class).begin(beginning);
        });
    }

    /** Whatever says something of a part asks for all of it. */
    private static Optional<ShelfLifeBeginning.Part> part(Entry entry) {
        boolean isSaid = Stream.of("partAt", "amount", "unit", "container", "lotNumber")
                .anyMatch(name -> !entry.textIfGiven(name).isEmpty());
        return isSaid
                ? Optional.of(new ShelfLifeBeginning.Part(
                        entry.required("partAt", LocationId.class, Entry.NOWHERE),
                        entry.container(),
                        entry.amount("amount", entry.required("unit", UnitOfMeasure.class, new UnitOfMeasure("C62"))),
                        entry.given("lotNumber", LotNumber.class)))
                : Optional.empty();
    }
}
