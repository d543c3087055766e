import Records
import Stores
import Testing
