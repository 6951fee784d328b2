package org.lottrace.rest.internal.call;

import java.util.List;
import org.lottrace.api.violation.Violation;

/**
 * What an operation says that is done or refused, and has nothing else to say.
 *
 * @param violations none when it is done
 */
public record RefusedByList(List<Violation> violations) {}
