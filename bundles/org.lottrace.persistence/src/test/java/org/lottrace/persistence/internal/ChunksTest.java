package org.lottrace.persistence.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ChunksTest {
    @Test
    void a_long_list_is_cut_and_every_key_is_asked_for_once_in_its_order() {
        List<Long> keys =
                LongStream.rangeClosed(1, 2L * Chunks.SIZE + 1).boxed().toList();
        List<Integer> sizes = new ArrayList<>();

        List<Long> answers = Chunks.query(keys, chunk -> {
            sizes.add(chunk.size());
            return chunk;
        });

        assertEquals(List.of(Chunks.SIZE, Chunks.SIZE, 1), sizes);
        assertEquals(keys, answers);
    }

    @Test
    void nothing_is_asked_when_there_are_no_keys() {
        assertEquals(List.of(), Chunks.query(List.of(), chunk -> fail("asked")));
    }
}
