package org.lottrace.recall.internal;

/** What {@code org.lottrace.cost} says and is needed here, too. */
@interface BooksConfig {
    String currency() default "EUR";
}
