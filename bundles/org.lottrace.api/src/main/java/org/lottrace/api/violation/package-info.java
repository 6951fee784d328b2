/**
 * What is wrong with a message or a request, said completely: one {@code Violation} for each problem, never
 * only the first. Where it is wrong is a {@code ViolationPath}, which rules build and edges write for their readers.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.violation;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
