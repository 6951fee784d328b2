package org.lottrace.api.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongListTest {
    @Test
    void each_element_is_made_when_it_is_asked_for() {
        List<Integer> made = new ArrayList<>();
        List<String> list = LongList.of(1_000_000, i -> {
            made.add(i);
            return "line " + i;
        });

        assertEquals("line 7", list.get(7));
        assertEquals("line 999999", list.get(999_999));
        assertEquals(List.of(7, 999_999), made);
    }

    @Test
    void it_says_what_a_list_of_the_same_elements_says() {
        List<Integer> list = LongList.of(3, i -> i * i);

        assertEquals(List.of(0, 1, 4), list);
        assertEquals(List.of(1, 4), list.subList(1, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> list.get(3));
        assertThrows(UnsupportedOperationException.class, () -> list.add(5));
    }

    @Test
    void it_is_never_copied_and_any_other_list_is() {
        List<Integer> list = LongList.of(3, i -> i);
        List<Integer> other = new ArrayList<>(list);

        assertSame(list, LongList.copyOf(list));
        assertNotSame(other, LongList.copyOf(other));
        assertEquals(other, LongList.copyOf(other));
    }
}
