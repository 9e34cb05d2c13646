// Lets better-sqlite3 13 run on Node-API 9 (Electron 33, Node 20).
//
// Its only need of Node-API 10 is that it keeps references to strings and other plain values;
// Node-API 9 keeps references to objects alone. So such a value is put into an array of length
// one, and the reference is to the array. Included before the package's own source.
//
// Compiling with NAPI_EXPERIMENTAL instead also loads, but then finalizers run inside the
// garbage collector, and the process ends with "Invoke in DisallowJavascriptExecutionScope"
// after a few hundred statements.
#pragma once
#include <napi.h>

namespace Napi {

inline napi_ref KeepInArray(napi_env env, napi_value value, uint32_t count) {
  HandleScope scope(env);
  napi_value holder;
  napi_ref reference = nullptr;
  napi_status status = napi_create_array_with_length(env, 1, &holder);
  if (status == napi_ok) status = napi_set_element(env, holder, 0, value);
  if (status == napi_ok) status = napi_create_reference(env, holder, count, &reference);
  NAPI_FATAL_IF_FAILED(status, "KeepInArray", "cannot keep a value");
  return reference;
}

inline napi_value TakeFromArray(napi_env env, napi_ref reference) {
  if (reference == nullptr) return nullptr;
  napi_value holder;
  napi_value value = nullptr;
  napi_status status = napi_get_reference_value(env, reference, &holder);
  if (status == napi_ok) status = napi_get_element(env, holder, 0, &value);
  NAPI_FATAL_IF_FAILED(status, "TakeFromArray", "cannot read a kept value");
  return value;
}

// Inside Reference<T>, the name Value means its method: hence the alias.
using PlainValue = Napi::Value;

#define KEEP_IN_ARRAY(T)                                                        \
  template <>                                                                   \
  inline Reference<T> Reference<T>::New(const T& value, uint32_t count) {       \
    if (value.IsEmpty()) return Reference<T>(value.Env(), nullptr);             \
    return Reference<T>(value.Env(), KeepInArray(value.Env(), value, count));   \
  }                                                                             \
  template <>                                                                   \
  inline T Reference<T>::Value() const {                                        \
    return T(_env, TakeFromArray(_env, _ref));                                  \
  }                                                                             \
  template <>                                                                   \
  inline void Reference<T>::Reset(const T& value, uint32_t count) {             \
    Reset();                                                                    \
    _env = value.Env();                                                         \
    if (!value.IsEmpty()) _ref = KeepInArray(_env, value, count);               \
  }

KEEP_IN_ARRAY(String)
KEEP_IN_ARRAY(PlainValue)
#undef KEEP_IN_ARRAY

}  // namespace Napi
