/**
 * What the bar codes and tags on goods say, in the terms of GS1: element strings, GS1 Digital Link URIs and EPC URIs are read and
 * written by one service, and nobody takes them apart elsewhere.
 */
@Export
@Version("1.0.0")
package org.lottrace.api.identification;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
