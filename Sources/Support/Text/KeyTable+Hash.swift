extension KeyTable {
    /// Whether two texts of the same length are the same: the last bytes are compared as a whole word, with those before them.
    @inline(__always)
    static func areEqual(_ left: UnsafePointer<UInt8>?, _ right: UnsafePointer<UInt8>?, count: Int) -> Bool {
        guard let left, let right else { return count == 0 }
        if count >= 8 {
            var index = 0
            while index < count - 8 {
                if word(left + index) != word(right + index) { return false }
                index += 8
            }
            return word(left + (count - 8)) == word(right + (count - 8))
        }
        if count >= 4 {
            return half(left) == half(right) && half(left + (count - 4)) == half(right + (count - 4))
        }
        for index in 0..<count where left[index] != right[index] { return false }
        return true
    }

    /// A multiplicative hash over sixteen bytes at a time, the last of them with those before; no result depends on it.
    ///
    /// If one factor is 0, so is the product, whatever the other is: both factors depend on the seed, each in its own way.
    @inline(__always)
    static func hash(_ key: UnsafePointer<UInt8>?, _ count: Int, seed: UInt64) -> UInt64 {
        var state: UInt64 = seed ^ UInt64(count)
        guard let key else { return mixed(state) }
        if count >= 8 {
            let second = mixed(seed)
            var index = 0
            while index < count - 16 {
                state = product(state ^ word(key + index), second ^ word(key + (index + 8)))
                index += 16
            }
            return product(state ^ word(key + max(count - 16, 0)), second ^ word(key + (count - 8)))
        }
        if count >= 4 { return mixed(state ^ (UInt64(half(key)) << 32 | UInt64(half(key + (count - 4))))) }
        guard count > 0 else { return mixed(state) }
        return mixed(state ^ (UInt64(key[0]) << 16 | UInt64(key[count / 2]) << 8 | UInt64(key[count - 1])))
    }

    /// A hash of two words.
    @inline(__always)
    static func hash(_ first: UInt64, _ second: UInt64, seed: UInt64) -> UInt64 {
        product(seed ^ first, mixed(seed) ^ second)
    }

    @inline(__always)
    static func mixed(_ value: UInt64) -> UInt64 { product(value, 0xD6E8_FEB8_6659_FD93) }

    /// Both halves of a product in one word.
    @inline(__always)
    private static func product(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low
    }

    /// The eight bytes at a place.
    @inline(__always)
    static func word(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
    }

    @inline(__always)
    private static func half(_ bytes: UnsafePointer<UInt8>) -> UInt32 {
        UInt32(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self))
    }
}

/// A hash of a number, another one in each run; no result may depend on it.
@inline(__always)
package func seededHash(of number: UInt64) -> UInt64 { KeyTable.mixed(number ^ KeyTable.seedOfRun) }
