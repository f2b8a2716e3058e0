/**
 * Reads {@code config/}: YAML for structure, CSV for tables. Each error names file, line and key; an unknown key is an error.
 */
@NullMarked
package io.quittance.platform.configuration;

import org.jspecify.annotations.NullMarked;
