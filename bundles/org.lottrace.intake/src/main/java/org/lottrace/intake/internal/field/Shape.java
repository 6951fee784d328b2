package org.lottrace.intake.internal.field;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the values of a type are spread over the cells of some rows. */
sealed interface Shape permits ValueShape, SetShape, OptionalShape, RecordShape, RowsShape {
    /**
     * @param name of the field, or what the names of all its fields begin with
     * @param rows those about one thing; for what is in a list the one row of its element
     * @param known what is known, to be kept where the file says nothing
     * @return the value; empty when something is wrong, and told
     */
    Optional<Object> read(String name, Cells rows, Optional<Object> known);

    /** Adds the text of each field of a value that is there. */
    void write(String name, Object value, Map<String, String> texts);

    /** Adds the fields, in their order. */
    void describe(String name, Place place, List<Field> fields);

    /**
     * Where in its subject something stands.
     *
     * @param isOptional whether it may be left out
     * @param within what it is needed in; empty when nothing around it may be left out
     * @param repeats whether it is in a list
     */
    record Place(boolean isOptional, String within, boolean repeats) {
        static final Place TOP = new Place(false, "", false);

        Place optional() {
            return new Place(true, within, repeats);
        }
    }
}
