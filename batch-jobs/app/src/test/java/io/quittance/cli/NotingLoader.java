package io.quittance.cli;

import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs commands afresh, and notes which classes are asked for. */
final class NotingLoader extends URLClassLoader {

    final Set<String> asked = ConcurrentHashMap.newKeySet();

    NotingLoader() {
        super(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(NotingLoader::url)
                        .toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader());
    }

    /** What the command ended with. */
    Object run(String... arguments) throws ReflectiveOperationException {
        Method run = loadClass("io.quittance.cli.QuittanceCommand").getDeclaredMethod("run", String[].class);
        run.setAccessible(true);
        return run.invoke(null, (Object) arguments);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        asked.add(name);
        return super.loadClass(name, resolve);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
