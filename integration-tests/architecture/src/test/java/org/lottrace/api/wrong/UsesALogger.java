package org.lottrace.api.wrong;

import org.slf4j.Logger;

/** Ring 0 uses something that is not Java. */
public interface UsesALogger {
    Logger logger();
}
