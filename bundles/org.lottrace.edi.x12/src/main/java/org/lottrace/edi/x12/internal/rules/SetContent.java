package org.lottrace.edi.x12.internal.rules;

import java.util.List;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.partner.LongList;

/** The segments of a set that was examined: in memory, or made again of its text when they are asked for. */
public interface SetContent {
    /** Of a set that is refused, or was not looked into. */
    SetContent NONE = List::of;

    /** @return each time the same */
    List<SetSegment> segments();

    static SetContent of(List<SetSegment> segments) {
        List<SetSegment> kept = LongList.copyOf(segments);
        return kept.isEmpty() ? NONE : () -> kept;
    }
}
