package dev.docket.shipping;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds what the types of Kubernetes put aside as unknown, at every level of an object. */
final class LeftOver {
    private static final String MODEL = "io.fabric8.kubernetes.api.model";

    private final List<String> found = new ArrayList<>();

    private LeftOver() {}

    static List<String> in(Object object) {
        LeftOver leftOver = new LeftOver();
        leftOver.visit(object, "");
        return leftOver.found;
    }

    private void visit(Object value, String path) {
        if (value instanceof Collection<?> many) {
            many.forEach(one -> visit(one, path + "/*"));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> visit(one, path + "/" + key));
        } else if (value != null && value.getClass().getName().startsWith(MODEL)) {
            visitObject(value, path);
        }
    }

    private void visitObject(Object object, String path) {
        for (Method getter : object.getClass().getMethods()) {
            if (!isGetter(getter)) {
                continue;
            }
            Object value = get(getter, object);
            if (!getter.getName().equals("getAdditionalProperties")) {
                visit(value, path + "/" + getter.getName().substring("get".length()));
            } else if (value instanceof Map<?, ?> unknown) {
                unknown.keySet().forEach(key -> found.add("unknown key '" + key + "' in " + path));
            }
        }
    }

    private static boolean isGetter(Method method) {
        return method.getName().startsWith("get")
                && method.getParameterCount() == 0
                && !Modifier.isStatic(method.getModifiers())
                && (method.getReturnType().getName().startsWith(MODEL)
                        || Collection.class.isAssignableFrom(method.getReturnType())
                        || Map.class.isAssignableFrom(method.getReturnType()));
    }

    private static Object get(Method getter, Object object) {
        try {
            return getter.invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(getter.toString(), e);
        }
    }
}
