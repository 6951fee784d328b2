package org.lottrace.rest.internal.json;

import java.lang.reflect.Type;
import org.lottrace.rest.internal.problem.Problem;

/**
 * What is sent, with the type by which it is written.
 */
public record Answer(Object value, Type type) {
    public static Answer of(Problem problem) {
        return new Answer(problem, Problem.class);
    }
}
