package org.lottrace.recall.wrong;

import java.util.Date;

/** A moment that can be changed. */
public interface IsOldFashioned {
    Date date();
}
