package org.lottrace.genealogy.internal.suspect;

/**
 * Suspect goods in some goods, as four numbers beside each other: at least, evenly mixed, at most, and the room, which is the most
 * that would fit into these goods, were they nothing but suspect. Nobody knows the room when something measured in another
 * unit is in them. Rounded outward: what is least down, what is most and the room up.
 *
 * <p>Contents are the goods of one lot in one place together: a portion, and behind it how much there is. What is taken out is
 * a part of them, and nobody knows which.
 *
 * <p>Of R with room for K suspect, of which s are, a draw of q has room for k = K·q/R. It holds at least s − (K − k), which is
 * what does not fit into the rest, evenly mixed s·q/R, and at most k. What stays holds at least s − k and at most K − k. In a
 * tank of 100 kg with 10 kg suspect K is 100: a draw of 95 kg holds 5, 9.5 or 10 kg.
 *
 * <p>Where units differ, K is what went in, in the unit of the seed: 80 kg of dough make 120 loaves, so a loaf has room for
 * 2/3 kg. When 100 kg dry to 90 kg, one kilogram has room for 10/9 kg.
 */
public final class Portions {
    public static final int MINIMUM = 0;
    public static final int PROPORTIONAL = 1;
    public static final int MAXIMUM = 2;
    public static final int ROOM = 3;
    /** Numbers of a portion. */
    public static final int WIDTH = 4;
    /** Of contents: how much there is, in the unit of the lot. */
    public static final int QUANTITY = WIDTH;
    /** Numbers of contents. */
    public static final int CONTENTS_WIDTH = WIDTH + 1;
    /** Numbers that this needs for itself. */
    public static final int OWN = WIDTH + 2;

    private final Cells cells;
    private final int rest;
    private final int left;
    private final int full;
    private final int parts;

    /**
     * @param parts where the parts of the smallest quantity stand
     * @param own where its own numbers begin
     */
    public Portions(Cells cells, int parts, int own) {
        this.cells = cells;
        rest = own;
        left = own + WIDTH;
        full = left + 1;
        this.parts = parts;
    }

    /** Makes a portion one without suspect goods, and with the room of nothing. */
    public void clear(int portion) {
        for (int i = 0; i < WIDTH; i++) {
            cells.clear(portion + i);
        }
    }

    public void add(int to, int portion) {
        addBounds(to, portion);
        if (cells.isKnown(portion + ROOM)) {
            addRoom(to, portion + ROOM);
        } else {
            loseRoom(to);
        }
    }

    /** Adds goods without suspect ones. */
    public void addRoom(int to, int room) {
        if (cells.isKnown(to + ROOM)) {
            cells.add(to + ROOM, room);
        }
    }

    /** Adds goods without suspect ones that have no room that anybody knows. */
    public void loseRoom(int to) {
        cells.forget(to + ROOM);
    }

    /** As {@link #add} where the room does not count. */
    public void addBounds(int to, int portion) {
        cells.add(to + MINIMUM, portion + MINIMUM);
        cells.add(to + PROPORTIONAL, portion + PROPORTIONAL);
        cells.add(to + MAXIMUM, portion + MAXIMUM);
    }

    /** Leaves no more than what is suspect altogether: two draws may be the same goods. */
    public void limit(int portion, int total) {
        cells.limit(portion + MINIMUM, total);
        cells.limit(portion + PROPORTIONAL, total);
        cells.limit(portion + MAXIMUM, total);
    }

    /** Gives a portion at least this room, when anybody knows it. */
    public void widen(int portion, int room) {
        if (cells.isKnown(portion + ROOM)) {
            cells.raise(portion + ROOM, room);
        }
    }

    /** @param most that can be suspect in it */
    public void fill(int contents, int quantity, int portion, int most) {
        cells.add(contents + QUANTITY, quantity);
        add(contents, portion);
        limit(contents, most);
    }

    /**
     * Sets a portion to what a draw of that much holds; nothing is taken out yet.
     *
     * @param quantity more than nothing, and no more than there is
     */
    public void draw(int contents, int quantity, int portion) {
        divide(contents, quantity, portion);
    }

    /** As {@link #draw}, and takes it out. */
    public void take(int contents, int quantity, int portion) {
        divide(contents, quantity, portion);
        copy(contents, rest);
        cells.copy(contents + QUANTITY, left);
    }

    private void copy(int to, int portion) {
        for (int i = 0; i < WIDTH; i++) {
            cells.copy(to + i, portion + i);
        }
    }

    private void divide(int contents, int quantity, int drawn) {
        cells.copy(left, contents + QUANTITY);
        cells.subtract(left, quantity);
        if (!cells.isPositive(left)) {
            copy(drawn, contents);
            clear(rest);
            return;
        }
        copy(rest, contents);
        cells.share(drawn + PROPORTIONAL, contents + PROPORTIONAL, quantity, contents + QUANTITY);
        cells.subtract(rest + PROPORTIONAL, drawn + PROPORTIONAL);
        cells.copy(drawn + MAXIMUM, contents + MAXIMUM);
        if (cells.isKnown(contents + ROOM)) {
            divideRoom(contents, quantity, drawn);
        } else {
            cells.clear(drawn + MINIMUM);
            cells.clear(rest + MINIMUM);
            cells.forget(drawn + ROOM);
        }
    }

    private void divideRoom(int contents, int quantity, int drawn) {
        boolean isExact = shareRoom(contents, quantity, drawn);
        cells.subtract(rest + ROOM, drawn + ROOM);
        if (!isExact) {
            cells.addOne(drawn + ROOM);
        }
        cells.copy(drawn + MINIMUM, contents + MINIMUM);
        cells.subtract(drawn + MINIMUM, rest + ROOM);
        cells.subtract(rest + MINIMUM, drawn + ROOM);
        cells.limit(drawn + MAXIMUM, drawn + ROOM);
        cells.limit(rest + MAXIMUM, rest + ROOM);
    }

    /** Most goods have room for just as much as there is: then nothing needs to be divided. */
    private boolean shareRoom(int contents, int quantity, int drawn) {
        cells.product(full, contents + QUANTITY, parts);
        if (cells.isEqual(full, contents + ROOM)) {
            cells.product(drawn + ROOM, quantity, parts);
            return true;
        }
        return cells.share(drawn + ROOM, contents + ROOM, quantity, contents + QUANTITY);
    }
}
