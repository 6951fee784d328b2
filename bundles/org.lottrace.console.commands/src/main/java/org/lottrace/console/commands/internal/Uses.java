package org.lottrace.console.commands.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A service that a command uses; it is looked for when the command runs.
 *
 * <p>Karaf's own {@code @Reference} would not do: each time that one of the services comes or goes, Karaf takes all commands of
 * the bundle away and brings them back one by one, their parser among them, and whoever types meanwhile is told
 * {@code Command not found}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Uses {}
